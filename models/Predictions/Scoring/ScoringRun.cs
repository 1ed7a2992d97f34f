using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Learning.Trained;
using ProdSales.Loading;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Reports;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Scoring;

/// <summary>Scores what is open on a day by champion and challenger, and loads what they say as one batch of feeds.</summary>
/// <remarks>A champion that cannot be read does not stop it: the last good one before it scores, and the problem is told.</remarks>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives the time at which scores are recorded.</param>
public sealed class ScoringRun(WarehouseDatabase database, TimeProvider clock)
{
    private readonly ModelRegistry _registry = new(database, clock);

    /// <summary>Scores one prediction on a day.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="day">The day; null for the last day of the warehouse.</param>
    /// <param name="cancellation">Ends it; nothing is loaded then.</param>
    /// <exception cref="WarehouseException">The frame could not be read, or the scores not be loaded.</exception>
    public ScoringResult Score(Prediction prediction, DateOnly? day, CancellationToken cancellation)
    {
        List<ScoringProblem> problems = [];
        (Frame frame, string currency) = Read(prediction, day, cancellation);
        List<FeedRow> rows = [];
        List<string> used = [];
        DateTime now = clock.GetUtcNow().UtcDateTime;
        foreach ((RegisteredModel entry, bool isChampion) in Wanted(prediction.Name))
        {
            if ((isChampion && used.Count > 0) || Opened(entry, frame, problems) is not { } model)
            {
                continue;
            }

            rows.AddRange(ScoreRows.Of(prediction, entry, model, isChampion, frame, other => Serving(other, frame), currency, now));
            used.Add(entry.Id);
            cancellation.ThrowIfCancellationRequested();
        }

        Load(prediction, rows, used, frame, problems, cancellation);
        return new ScoringResult(prediction, used, used.Count == 0 ? 0 : frame.Rows.Count, problems);
    }

    /// <summary>The champion and those that were it before, in turn until one can be read; then the challenger.</summary>
    private IEnumerable<(RegisteredModel Entry, bool IsChampion)> Wanted(string prediction)
    {
        IReadOnlyList<RegisteredModel> models = _registry.List(prediction);
        return
        [
            .. models.Where(model => model.Status is ModelStatus.Champion).Select(model => (model, true)),
            .. _registry.EarlierChampions(prediction).Where(model => model.Status is ModelStatus.Retired).Select(model => (model, true)),
            .. models.Where(model => model.Status is ModelStatus.Challenger).Select(model => (model, false)),
        ];
    }

    /// <summary>The model that serves another horizon; null where none can, which that horizon tells when it is scored itself.</summary>
    private TrainedModel? Serving(Prediction other, Frame frame) =>
        Wanted(other.Name).Where(wanted => wanted.IsChampion).Select(wanted => Opened(wanted.Entry, frame, [])).FirstOrDefault(model => model is not null);

    private TrainedModel? Opened(RegisteredModel entry, Frame frame, List<ScoringProblem> problems)
    {
        try
        {
            TrainedModel model = _registry.Open(entry.Id);
            if (model.Misfit(frame.Features) is { } misfit)
            {
                problems.Add(Problem("model-misfit", ("model", entry.Id), ("column", misfit.Facts["column"])));
                return null;
            }

            return model;
        }
        catch (RegistryException)
        {
            problems.Add(Problem("model-bytes", ("model", entry.Id)));
            return null;
        }
    }

    private (Frame Frame, string Currency) Read(Prediction prediction, DateOnly? day, CancellationToken cancellation)
    {
        using ReaderLease lease = database.Readers.Lease(cancellation);
        DateOnly known = FrameReader.LastKnownDay(lease.Connection) ?? DateOnly.MinValue;
        DateOnly asked = day ?? known;
        using DuckDbCommand command = lease.Connection.CreateCommand("SELECT value FROM warehouse_setting WHERE name = 'group_currency'");
        return (FrameReader.Read(lease.Connection, prediction, asked, asked, known, cancellation), (string)command.ExecuteScalar(cancellation)!);
    }

    private void Load(Prediction prediction, List<FeedRow> rows, List<string> used, Frame frame, List<ScoringProblem> problems, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        string origin = string.Create(CultureInfo.InvariantCulture, $"scores of {prediction.Name} on {frame.Rows[0].AsOf:yyyy-MM-dd}");
        FeedInput[] inputs =
        [
            .. rows.GroupBy(row => row.GetType())
                .Select(group => MadeRows.Of(FeedCatalogue.All.Single(feed => feed.RecordType == group.Key), [.. group], origin)),
        ];
        string identity = $"scores {string.Join(' ', used)} {frame.Digest()}";
        LoadReport report = new WarehouseLoader(database, clock).Load(new LoadRequest(identity, origin, inputs), cancellationToken: cancellation);
        problems.AddRange(report.Refusals.Select(refusal => Problem("scores-refused", ("detail", refusal.Message)) with { Refusal = refusal }));
    }

    private static ScoringProblem Problem(string code, params (string Name, object Value)[] facts) =>
        new(code, facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal));
}
