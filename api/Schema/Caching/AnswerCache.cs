using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.Warehouse;

namespace ProdSales.Schema;

/// <summary>
/// Keeps answers until a fact or dimension that they were read from changes, or the day does where they depend on it. Knows both without a statement. Safe for any number of threads.
/// </summary>
/// <remarks>Answers with errors are not kept. Equal requests at the same time are one run; a mutation is run for itself, once, and never answered from what was answered before.</remarks>
public sealed class AnswerCache : IAnswerCache
{
    /// <summary>The bytes that are kept where nothing else is said.</summary>
    public const long DefaultBytes = 64L * 1024 * 1024;

    private readonly GraphQLEngine _engine;
    private readonly WarehouseDatabase _warehouse;
    private readonly ListenedClock _clock;
    private readonly string _modelVersion;
    private readonly AnswerStore _store;
    private readonly SettledRun _run;
    private readonly SharedRuns<KeptAnswer> _shared = new();
    private long _runs;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="engine">Answers what is not kept; its schema was built on the same warehouse and clock.</param>
    /// <param name="warehouse">What is read.</param>
    /// <param name="clock">The clock of the schema.</param>
    /// <param name="modelVersion">Version of the semantic model behind the schema.</param>
    /// <param name="bytes">How many bytes to keep, estimated.</param>
    public AnswerCache(GraphQLEngine engine, WarehouseDatabase warehouse, ListenedClock clock, string modelVersion, long bytes = DefaultBytes)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _warehouse = warehouse;
        _clock = clock;
        _modelVersion = modelVersion;
        _store = new AnswerStore(bytes);
        _run = new SettledRun(engine, warehouse, clock);
    }

    /// <summary>How many requests were run because no answer was kept.</summary>
    public long Runs => Interlocked.Read(ref _runs);

    /// <inheritdoc/>
    public async ValueTask<string?> VersionOfAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await FindAsync(KeyOf(request), cancellationToken).ConfigureAwait(false))?.Version;
    }

    /// <inheritdoc/>
    public async ValueTask<KeptAnswer> AnswerAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_engine.IsMutation(request))
        {
            Interlocked.Increment(ref _runs);
            using GraphQLResponse response = await _engine.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
            return KeptAnswer.Of(response);
        }

        AnswerKey key = KeyOf(request);
        KeptAnswer? kept = (await FindAsync(key, cancellationToken).ConfigureAwait(false))?.Answer;
        AnswerTelemetry.Note(wasKept: kept is not null);
        return kept ?? await _shared.JoinAsync(key, (hasRead, token) => RunAsync(key, request, hasRead, token), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IncrementalResponse> BeginAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Interlocked.Increment(ref _runs);
        try
        {
            return _engine.IsMutation(request)
                ? await _engine.ExecuteInPartsAsync(request, cancellationToken).ConfigureAwait(false)
                : await _run.BeginAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (WarehouseException exception) when (WarehouseRefusal.Describe(exception, request.State) is { } refusal)
        {
            return IncrementalResponse.Refused(refusal);
        }
    }

    private AnswerKey KeyOf(GraphQLRequest request) => AnswerKey.Of(request, _modelVersion);

    private async ValueTask<AnswerEntry?> FindAsync(AnswerKey key, CancellationToken cancellationToken)
    {
        if (_store.Find(key) is not { } entry
            || (entry.Footprint.Day is { } day && day != _clock.Today)
            || entry.Opening != _warehouse.Versions.Opening)
        {
            return null;
        }

        return await _warehouse.Versions.LastChangeAsync(entry.Footprint.Tables, cancellationToken).ConfigureAwait(false) == entry.Change ? entry : null;
    }

    private async Task<KeptAnswer> RunAsync(AnswerKey key, GraphQLRequest request, Action hasRead, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        (KeptAnswer Answer, Footprint Footprint, string Opening, long Change) result;
        try
        {
            result = await _run.AnswerAsync(request, hasRead, cancellationToken).ConfigureAwait(false);
        }
        catch (WarehouseException exception) when (WarehouseRefusal.Describe(exception, request.State) is { } refusal)
        {
            using GraphQLResponse refused = GraphQLResponse.Refused(refusal);
            return KeptAnswer.Of(refused);
        }

        (KeptAnswer answer, Footprint footprint, string opening, long change) = result;
        if (!answer.WasExecuted || answer.Errors.Count > 0)
        {
            return answer;
        }

        string version = VersionOf(key, footprint, opening, change);
        KeptAnswer told = answer with { Version = version };
        _store.Keep(key, new AnswerEntry(footprint, opening, change, version, told));
        return told;
    }

    private static string VersionOf(AnswerKey key, Footprint footprint, string opening, long change)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{key.Hash} {opening} {change} {footprint.Day:O}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
