using ProdSales.Learning.Evaluation;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Predictions.Monitoring;

/// <summary>Holds what a model said in the last half-year against what came, as far as it is known.</summary>
internal static class WatchedOutcomes
{
    /// <summary>Standard errors by which more or less may come than was said: one look in fifteen thousand passes it by chance.</summary>
    internal const double Limit = 4;

    private const int Days = 180;
    private const int MostDays = 12;
    private const int LeastRows = 50;

    /// <summary>Gives the figures; none with fewer than 50 scores with an outcome.</summary>
    internal static IReadOnlyList<WatchFigure> Of(DuckDbConnection connection, Prediction prediction, RegisteredModel champion, DateOnly known, CancellationToken cancellation)
    {
        Dictionary<(DateOnly, string, string), double> scores = Scores(connection, champion.Id, known.AddDays(-prediction.HorizonDays - Days), known.AddDays(-prediction.HorizonDays));
        DateOnly[] days = [.. scores.Keys.Select(key => key.Item1).Distinct().Order()];
        if (days.Length == 0)
        {
            return [];
        }

        IEnumerable<DateOnly> read = days.Length <= MostDays ? days : Enumerable.Range(0, MostDays).Select(at => days[at * (days.Length - 1) / (MostDays - 1)]);
        Frame frame = FrameReader.ReadOn(connection, prediction, read, known, cancellation);
        (string Group, double Said, bool Came)[] rows =
        [
            .. frame.Rows.Where(row => row.Outcome is not null && scores.ContainsKey((row.AsOf, row.SourceSystem, row.SubjectId)))
                .Select(row => (row.GroupId ?? $"{row.SourceSystem} {row.SubjectId}", scores[(row.AsOf, row.SourceSystem, row.SubjectId)], row.Outcome!.Value)),
        ];
        return rows.Length < LeastRows ? [] : Figures(rows);
    }

    private static WatchFigure[] Figures((string Group, double Said, bool Came)[] rows)
    {
        double[] said = [.. rows.Select(row => row.Said)];
        bool[] came = [.. rows.Select(row => row.Came)];
        double[] byGroup = [.. rows.GroupBy(row => row.Group, StringComparer.Ordinal).Select(group => group.Sum(row => (row.Came ? 1 : 0) - row.Said))];
        double error = Math.Sqrt(byGroup.Sum(value => value * value));
        (string Name, double Value)[] figures =
        [
            ("base-rate", came.Count(true) / (double)rows.Length), ("said", said.Average()), ("ece", Metrics.CalibrationError(said, came)),
            ("slope", Metrics.CalibrationSlope(said, came)), ("calibration", error == 0 ? 0 : byGroup.Sum() / error),
        ];
        return [.. figures.Where(figure => double.IsFinite(figure.Value)).Select(figure => new WatchFigure(figure.Name, null, figure.Value, rows.Length))];
    }

    private static Dictionary<(DateOnly, string, string), double> Scores(DuckDbConnection connection, string model, DateOnly first, DateOnly last)
    {
        using DuckDbCommand command = connection.CreateCommand("""
            SELECT s.scored_date, y.source_system, s.subject_id, s.probability
            FROM fact_score AS s INNER JOIN dim_source_system AS y ON y.source_key = s.source_key
            WHERE s.model_id = $model AND s.scored_date BETWEEN $first AND $last
            """);
        command.Parameters.Add(new DuckDbParameter("model", model));
        command.Parameters.Add(new DuckDbParameter("first", first));
        command.Parameters.Add(new DuckDbParameter("last", last));
        using DuckDbDataReader reader = command.ExecuteReader();
        Dictionary<(DateOnly, string, string), double> scores = [];
        while (reader.Read())
        {
            scores[(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), reader.GetString(2))] = reader.GetDouble(3);
        }

        return scores;
    }
}
