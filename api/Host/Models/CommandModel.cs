using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Models;

/// <summary>The definitions that a command answers by: the product's, and those of the folder that it was given.</summary>
internal sealed class CommandModel
{
    private readonly ModelFolder? _folder;

    private CommandModel(SemanticModel definitions, ModelFolder? folder)
    {
        Definitions = definitions;
        _folder = folder;
    }

    internal SemanticModel Definitions { get; }

    /// <summary>The definitions of a command.</summary>
    /// <exception cref="RefusedException">The files in the folder do not compile; every defect is listed.</exception>
    internal static CommandModel Of(ParseResult parsed) =>
        parsed.GetValue(CommonOptions.ModelFolder) is { } folder ? In(folder) : new CommandModel(ModelReader.Shipped, null);

    /// <summary>The definitions of the product and of a folder.</summary>
    /// <exception cref="RefusedException">The files in the folder do not compile; every defect is listed.</exception>
    internal static CommandModel In(DirectoryInfo folder)
    {
        ModelFolder read = ModelFolder.Read(folder.ToString());
        ModelCompilation compilation = Compile(read);
        return new CommandModel(compilation.Compiled ?? throw Refused(read, compilation.Defects), read);
    }

    /// <summary>Compiles what stood in a folder, and holds its names against the GraphQL contract.</summary>
    internal static ModelCompilation Compile(ModelFolder folder)
    {
        ModelCompilation compilation = folder.Compile();
        return compilation.Compiled is { } model && ContractCheck.Defects(model) is { Count: > 0 } clashes ? new ModelCompilation(null, clashes) : compilation;
    }

    /// <summary>Opens a warehouse that must exist, and holds the folder's definitions against its star.</summary>
    /// <exception cref="RefusedException">There is no such file, or a definition does not fit; every defect is listed.</exception>
    internal WarehouseDatabase Open(FileInfo file)
    {
        WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        try
        {
            HoldAgainst(warehouse);
            return warehouse;
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }

    /// <summary>Holds the folder's definitions against an empty star of this version of the product.</summary>
    /// <exception cref="RefusedException">A definition does not fit; every defect is listed.</exception>
    internal void HoldAgainstEmptyStar()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("prodsales-model-");
        try
        {
            using WarehouseDatabase warehouse = WarehouseDatabase.Open(Path.Combine(folder.FullName, "star.duckdb"));
            SchemaMigrations.Apply(warehouse);
            HoldAgainst(warehouse);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void HoldAgainst(WarehouseDatabase warehouse)
    {
        if (_folder is null)
        {
            return;
        }

        using ReaderLease lease = warehouse.Readers.Lease();
        if (StarCheck.Defects(Definitions, lease.Connection) is { Count: > 0 } defects)
        {
            throw Refused(_folder, defects);
        }
    }

    private static RefusedException Refused(ModelFolder folder, IReadOnlyList<ModelDefect> defects) => new(
        "model-refused",
        ("folder", folder.Path),
        ("count", defects.Count),
        ("defects", (Func<Speaker, string>)(speaker => string.Join(Environment.NewLine, defects.Select(speaker.Say)))));
}
