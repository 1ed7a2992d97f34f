using System.Diagnostics;
using System.Globalization;

namespace ProdSales.Bench.Read;

/// <summary>A node process that reads a table once for each line it is sent, and tells the seconds that it took.</summary>
internal sealed class NodeReader : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts node on a file that nobody else has open.</summary>
    internal NodeReader(string file, string table)
    {
        string script = Path.Combine(SourceTree.Root, "bench", "node", "read.mjs");
        ProcessStartInfo start = new("node", [script, file, table]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Reads the whole table once as "rows" or "columns".</summary>
    internal (double Seconds, long Sum) Read(string shape)
    {
        _process.StandardInput.WriteLine(shape);
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node stopped: is bench/node installed?");
        string[] parts = answer.Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
