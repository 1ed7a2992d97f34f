using System.Diagnostics;
using ProdSales.Warehouse.Writing;

namespace ProdSales.Warehouse.Tests;

/// <summary>What this assembly does when a test starts it as a process of its own: opens a warehouse and holds it, or writes to it without end.</summary>
internal sealed class SecondProcess : IDisposable
{
    private readonly Process _process;

    private SecondProcess(Process process) => _process = process;

    /// <summary>The operating system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a process that opens a warehouse.</summary>
    /// <param name="task"><c>hold</c> or <c>write</c>.</param>
    /// <param name="path">The warehouse's file.</param>
    public static SecondProcess Start(string task, string path)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(SecondProcess).Assembly.Location, task, path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = new SecondProcess(Process.Start(start)!);
        Assert.Equal("open", process.NextLine());
        return process;
    }

    /// <summary>The next line it prints; null when it has ended.</summary>
    public string? NextLine() => _process.StandardOutput.ReadLine();

    /// <summary>Ends it without any chance to tidy up.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static void Main(string[] args)
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(args[1]);
        Console.WriteLine("open");
        if (args[0] == "write")
        {
            WriteForEver(database.Writer);
        }

        Console.In.ReadLine();
    }

    private static void WriteForEver(WarehouseWriter writer)
    {
        int first = writer.Write(t =>
        {
            t.Connection.Execute("CREATE TABLE IF NOT EXISTS t (batch INTEGER, n INTEGER)");
            return (int)t.Connection.Scalar("SELECT coalesce(max(batch), 0) + 1 FROM t")!;
        });
        for (int batch = first; ; batch++)
        {
            int now = batch;
            writer.Write(t => t.Connection.Execute($"INSERT INTO t SELECT {now}, i FROM range(500) AS r(i)"));
            Console.WriteLine(batch);
        }
    }
}
