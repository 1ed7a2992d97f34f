using ProdSales.GraphQL.Http.Documents;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Host.Limits;
using ProdSales.Predictions.Service;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Models;

/// <summary>The model that a server answers by: the product's, with that of a folder of users where it fits.</summary>
/// <remarks>A model that does not compile never takes the place of one that does. Read by any thread; changed by one.</remarks>
internal sealed class ModelInService
{
    private readonly TimeProvider _clock;
    private readonly TrustedDocuments? _documents;
    private readonly ServerLimits _limits;
    private ModelFolder? _tried;
    private volatile ServedModel _current;
    private volatile ModelState _state;

    /// <summary>Puts the model of a folder into service, or the product's alone where there is none or it does not fit.</summary>
    /// <param name="warehouse">What is served.</param>
    /// <param name="folder">The folder of the users, or null.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="service">Trains and scores in the background.</param>
    /// <param name="documents">Documents that callers may ask for by name; null keeps none.</param>
    /// <param name="limits">What requests may take; the defaults when null.</param>
    internal ModelInService(WarehouseDatabase warehouse, DirectoryInfo? folder, TimeProvider clock, ModelService service, TrustedDocuments? documents = null, ServerLimits? limits = null)
    {
        Warehouse = warehouse;
        Folder = folder?.ToString();
        _clock = clock;
        _documents = documents;
        _limits = limits ?? new ServerLimits();
        Predictions = service;
        Questions = new QuestionLog(clock);
        _current = ServedModel.Of(ModelReader.Shipped, warehouse, clock, Questions, service, documents, _limits);
        _state = new ModelState(ModelReader.Shipped.Version, Folder, [], clock.GetUtcNow());
        if (Folder is { } path)
        {
            Try(ModelFolder.Read(path));
        }
    }

    internal WarehouseDatabase Warehouse { get; }

    internal string? Folder { get; }

    /// <summary>Gets what was asked of facts, whichever model answered.</summary>
    internal QuestionLog Questions { get; }

    /// <summary>Gets what trains and scores in the background.</summary>
    internal ModelService Predictions { get; }

    internal ServedModel Current => _current;

    internal ModelState State => _state;

    /// <summary>Whether what stands in the folder has been tried.</summary>
    internal bool HasTried(ModelFolder folder) => _tried is { } tried && tried.SaysTheSameAs(folder);

    /// <summary>Takes what stands in the folder into service, all at once, if it fits; else only notes why it does not.</summary>
    internal void Try(ModelFolder folder)
    {
        _tried = folder;
        ModelCompilation compilation = Fitting(folder);
        if (compilation.Compiled is not { } model)
        {
            _state = _state with { Defects = compilation.Defects };
        }
        else if (model.Version == _state.Version)
        {
            _state = _state with { Defects = [] };
        }
        else
        {
            Serve(model, folder);
        }
    }

    private void Serve(SemanticModel model, ModelFolder folder)
    {
        try
        {
            string? failure = BuildRollups(model);
            ServedModel before = _current;
            _current = ServedModel.Of(model, Warehouse, _clock, Questions, Predictions, _documents, _limits);
            _state = new ModelState(model.Version, Folder, [], _clock.GetUtcNow()) { RollupFailure = failure };
            before.Superseded.Cancel();
        }
        catch (Exception error) when (error is SchemaException or ArgumentException)
        {
            // What no check foresaw must not end the server either.
            _state = _state with { Defects = [new ModelDefect(new SourcePlace(folder.Path, 1, IsUsers: true), ModelDefectCodes.ContractRefused, new LocalisedText($"契约无法形成：{error.Message}", error.Message))] };
        }
    }

    // Those of the model before may still be read, so nothing is dropped while questions run. Without its rollups a model answers the same from the facts.
    // They are built when the server is started next; until then the state says that they are missing, and why.
    private string? BuildRollups(SemanticModel model)
    {
        try
        {
            RollupUpkeep.Add(Warehouse, model);
            return null;
        }
        catch (WarehouseException error)
        {
            return error.Message;
        }
    }

    private ModelCompilation Fitting(ModelFolder folder)
    {
        ModelCompilation compilation = CommandModel.Compile(folder);
        if (compilation.Compiled is not { } model)
        {
            return compilation;
        }

        using ReaderLease lease = Warehouse.Readers.Lease();
        return StarCheck.Defects(model, lease.Connection) is { Count: > 0 } defects ? new ModelCompilation(null, defects) : compilation;
    }
}
