using ProdSales.Learning.Data;
using ProdSales.Learning.Trained;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Monitoring;

/// <summary>Looks once a day of data at what the serving model is asked and says, and raises alarms that are kept with what, value, limit and since when.</summary>
/// <param name="database">The warehouse.</param>
/// <param name="clock">The clock of the registry.</param>
public sealed class PredictionWatch(WarehouseDatabase database, TimeProvider clock)
{
    /// <summary>Stability index from which a shift that is sure is an alarm, and not only to be watched.</summary>
    public const double AlarmIndex = .25;

    /// <summary>Stability index that a shift which is sure is told against below that.</summary>
    public const double WatchIndex = .1;

    /// <summary>Share of subjects without a score that is an alarm.</summary>
    public const double MostUnscorable = .01;

    private const int Weeks = 26;
    private const int LeastWeeks = 8;
    private const int LeastRows = 20;
    private const int MostRows = 2000;

    private readonly ModelRegistry _registry = new(database, clock);
    private readonly WatchLedger _ledger = new(database);

    /// <summary>Looks at the champion of a prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="on">The day as of which to look; null for the last day of the data.</param>
    /// <param name="cancellation">Ends it; nothing is kept then.</param>
    /// <exception cref="WarehouseException">Frames could not be read, or the look not be kept.</exception>
    public WatchResult Look(Prediction prediction, DateOnly? on, CancellationToken cancellation)
    {
        if (_registry.Champion(prediction.Name) is not { } champion)
        {
            return new WatchResult(prediction, null, "nobody-serves", [], []);
        }

        try
        {
            return Look(prediction, champion, _registry.Open(champion.Id), on, cancellation);
        }
        catch (RegistryException)
        {
            return new WatchResult(prediction, champion.Id, "model-bytes", [], []);
        }
    }

    private WatchResult Look(Prediction prediction, RegisteredModel champion, TrainedModel model, DateOnly? on, CancellationToken cancellation)
    {
        (DateOnly Day, IReadOnlyList<WatchFigure> Figures)? last = _ledger.Last(champion.Id);
        ReferenceProfile? kept = _ledger.Reference(champion.Id);
        DateOnly day;
        ReferenceProfile? reference;
        List<WatchFigure> figures = [];
        using (ReaderLease lease = database.Readers.Lease(cancellation))
        {
            day = on ?? FrameReader.LastKnownDay(lease.Connection) ?? DateOnly.MinValue;
            if (last is { } seen && seen.Day >= day)
            {
                return new WatchResult(prediction, champion.Id, "seen-already", [], []);
            }

            reference = kept ?? Learned(lease.Connection, prediction, champion, model, cancellation);
            if (reference is null)
            {
                return new WatchResult(prediction, champion.Id, "too-few-weeks", [], []);
            }

            Frame frame = FrameReader.ReadOn(lease.Connection, prediction, [day], day, cancellation);
            figures.AddRange(Drift(reference, Scored(frame, model), last, day));
            figures.AddRange(Unscorable(lease.Connection, champion, frame, day));
            figures.AddRange(WatchedOutcomes.Of(lease.Connection, prediction, champion, day, cancellation));
        }

        ModelAlarm[] standing = [.. Standing(champion.Id, day, figures)];
        _ledger.Keep(champion.Id, day, kept is null ? reference : null, figures, standing);
        return new WatchResult(prediction, champion.Id, null, figures, [.. _ledger.Alarms(isOpen: true).Where(alarm => alarm.ModelId == champion.Id)]);
    }

    private static IEnumerable<WatchFigure> Drift(ReferenceProfile reference, Table rows, (DateOnly Day, IReadOnlyList<WatchFigure> Figures)? last, DateOnly day)
    {
        Dictionary<string, double> sums = (last?.Figures ?? []).Where(figure => figure.Figure == "drift").ToDictionary(figure => figure.Feature!, figure => figure.Value, StringComparer.Ordinal);
        int days = last is { } before ? day.DayNumber - before.Day.DayNumber : 1;
        return new DriftTest(reference, sums).Look(rows, days).SelectMany(figure => (WatchFigure[])
        [
            new("psi", figure.Column, figure.Index, rows.RowCount), new("drift", figure.Column, figure.Sum, rows.RowCount), new("missing", figure.Column, figure.Missing, rows.RowCount),
        ]);
    }

    private static IEnumerable<ModelAlarm> Standing(string model, DateOnly day, IReadOnlyList<WatchFigure> figures)
    {
        Dictionary<string, double> index = figures.Where(figure => figure.Figure == "psi").ToDictionary(figure => figure.Feature!, figure => figure.Value, StringComparer.Ordinal);
        foreach (WatchFigure drift in figures.Where(figure => figure.Figure == "drift" && figure.Value > DriftTest.Limit))
        {
            double value = index[drift.Feature!];
            bool isAlarm = value >= AlarmIndex;
            yield return new ModelAlarm(model, "psi", drift.Feature, isAlarm ? "alarm" : "watch", day, day, null, value, isAlarm ? AlarmIndex : WatchIndex);
        }

        foreach (WatchFigure figure in figures.Where(figure => figure.Figure == "unscorable" && figure.Value > MostUnscorable))
        {
            yield return new ModelAlarm(model, figure.Figure, null, "alarm", day, day, null, figure.Value, MostUnscorable);
        }

        foreach (WatchFigure figure in figures.Where(figure => figure.Figure == "calibration" && Math.Abs(figure.Value) > WatchedOutcomes.Limit))
        {
            yield return new ModelAlarm(model, figure.Figure, null, "alarm", day, day, null, figure.Value, WatchedOutcomes.Limit);
        }
    }

    // The weeks up to the day of which the model knew outcomes: features of a past day are read as they were known then.
    private static ReferenceProfile? Learned(DuckDbConnection connection, Prediction prediction, RegisteredModel champion, TrainedModel model, CancellationToken cancellation)
    {
        IEnumerable<DateOnly> days = Enumerable.Range(0, Weeks).Select(week => champion.AsOf.AddDays(-7 * week));
        Frame frame = FrameReader.ReadOn(connection, prediction, days, champion.AsOf, cancellation);
        Table[] weeks =
        [
            .. Enumerable.Range(0, frame.Rows.Count).GroupBy(row => frame.Rows[row].AsOf).Where(week => week.Count() >= LeastRows).OrderBy(week => week.Key)
                .Select(week => Scored(frame.Take([.. week]), model)),
        ];
        return weeks.Length < LeastWeeks ? null : ReferenceProfile.Of(weeks);
    }

    // Every so many rows of a large frame: the shares of 2,000 are as good as those of 20,000.
    private static Table Scored(Frame frame, TrainedModel model)
    {
        int step = Math.Max(1, (frame.Rows.Count + MostRows - 1) / MostRows);
        Table features = frame.Features.Take([.. Enumerable.Range(0, frame.Rows.Count).Where(row => row % step == 0)]);
        return model.Misfit(features) is not null
            ? features
            : new Table([.. features.Columns, TableColumn.OfNumbers(ReferenceProfile.Score, [.. model.Score(features).Select(score => score.Probability)])]);
    }

    private static IEnumerable<WatchFigure> Unscorable(DuckDbConnection connection, RegisteredModel champion, Frame frame, DateOnly day)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT count(*) FROM fact_score WHERE model_id = $model AND scored_date = $day");
        command.Parameters.Add(new DuckDbParameter("model", champion.Id));
        command.Parameters.Add(new DuckDbParameter("day", day));
        long scored = (long)command.ExecuteScalar()!;
        return frame.Rows.Count == 0 ? [] : [new WatchFigure("unscorable", null, Math.Max(0, 1 - (scored / (double)frame.Rows.Count)), frame.Rows.Count)];
    }
}
