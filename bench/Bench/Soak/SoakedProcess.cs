using System.Diagnostics;
using System.Globalization;

namespace ProdSales.Bench.Soak;

/// <summary>The server's process as its operator sees it.</summary>
internal sealed class SoakedProcess : IDisposable
{
    private readonly Process _process;

    private SoakedProcess(Process process, Uri address) => (_process, Address) = (process, address);

    internal Uri Address { get; }

    /// <summary>Gets the resident memory in bytes.</summary>
    internal long Resident => Status("VmRSS:") * 1024;

    /// <summary>Gets the open files and sockets.</summary>
    internal int Handles => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    /// <summary>Gets the threads.</summary>
    internal int Threads => (int)Status("Threads:");

    /// <summary>Gets the processor time that it has taken.</summary>
    internal TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    internal static async Task<SoakedProcess> StartAsync(string database)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "ProdSales.Bench");
        ProcessStartInfo start = new(program, [SoakServer.Name, database]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        string? address = await process.StandardOutput.ReadLineAsync();
        return new SoakedProcess(process, new Uri(address ?? throw new InvalidOperationException("The server of the soak did not start.")));
    }

    /// <summary>Asks for managed bytes in use after a collection, loads committed, and loads that failed.</summary>
    internal async Task<(long InUse, int Loads, int Failures)> AskAsync(string word)
    {
        await _process.StandardInput.WriteLineAsync(word);
        string[] told = (await _process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (long.Parse(told[0], CultureInfo.InvariantCulture), int.Parse(told[1], CultureInfo.InvariantCulture), int.Parse(told[2], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private long Status(string name) => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(),
        CultureInfo.InvariantCulture);
}
