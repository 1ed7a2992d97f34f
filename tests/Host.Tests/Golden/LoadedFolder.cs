using ProdSales.Host.Tests.Running;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Golden;

/// <summary>A folder of the public data sets, loaded by its shipped mapping through the program and then served by it.</summary>
public abstract class LoadedFolder(string mapping, string folder) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _place = new();

    internal ServerProcess Server { get; private set; } = null!;

    /// <summary>What the load printed.</summary>
    internal string Report { get; private set; } = "";

    /// <summary>What <c>prodsales query</c> answers to <see cref="Question"/>.</summary>
    internal string CommandLineAnswer { get; private set; } = "";

    /// <summary>The question that is asked both on the command line and over HTTP.</summary>
    internal abstract string Question { get; }

    public async Task InitializeAsync()
    {
        if (Repository.SharedData is not { } data)
        {
            return;
        }

        string database = _place.File("warehouse.duckdb");
        ProgramResult load = await ProdSalesProgram.RunAsync("load", mapping, Path.Combine(data, folder), "--db", database);
        Assert.True(load.ExitCode == 0, load.Errors + load.Output);
        Report = load.Output;
        ProgramResult query = await ProdSalesProgram.RunAsync("query", "--db", database, Question);
        Assert.True(query.ExitCode == 0, query.Errors + query.Output);
        CommandLineAnswer = query.Output;
        Server = await ProdSalesProgram.ServeAsync(database);
    }

    public async Task DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _place.Dispose();
        GC.SuppressFinalize(this);
    }
}
