using System.Diagnostics;
using System.Globalization;

namespace ProdSales.Bench.Serve;

/// <summary>A node process in which graphql-js parses and validates a document.</summary>
internal sealed class ReferenceParser : IDisposable
{
    private readonly Process _process;

    internal ReferenceParser(string schema, string document)
    {
        string script = Path.Combine(SourceTree.Root, "bench", "node", "parse.mjs");
        ProcessStartInfo start = new("node", [script, schema, document]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Microseconds of processor time for one document, the mean of so many.</summary>
    internal double Cost(int times)
    {
        _process.StandardInput.WriteLine(times);
        string told = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node stopped: is bench/node installed?");
        return double.Parse(told, CultureInfo.InvariantCulture);
    }
}
