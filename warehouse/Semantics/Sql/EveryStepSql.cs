namespace ProdSales.Semantics;

/// <summary>Writes every step of time of the question, under each row of the cut around it; where that is over time too, the steps that share a day with its own.</summary>
internal static class EveryStepSql
{
    internal static string Of(MetricQuery query, PlannedCut cut, SqlParameters parameters)
    {
        TimeGrain[] grains = [.. cut.Keys.Select(key => key.Grain).OfType<TimeGrain>()];
        string steps = string.Join(", ", grains.Select(grain => $"CAST({ScanCalendar.StartOf(grain, "n.day")} AS DATE) AS {new CutKey(null, grain).Column}"));
        string days = $"SELECT unnest(generate_series(CAST({parameters.Named("from", query.Period.From)} AS TIMESTAMP), CAST({parameters.Named("to", query.Period.To)} AS TIMESTAMP), INTERVAL 1 DAY)) AS day";
        IEnumerable<CutKey> around = cut.Parent?.Keys ?? [];
        string columns = string.Join(", ", around.Select(key => $"p.{key.Column}").Append($"s.{cut.Key!.Column}"));
        string[] shared = [.. around.Where(key => key.Grain is not null).Select(key => $"p.{key.Column} = s.{key.Column}")];
        string join = cut.Parent is { } parent ? $"\nINNER JOIN cut_{parent.Index} AS p ON {(shared.Length == 0 ? "true" : string.Join(" AND ", shared))}" : "";
        return $"SELECT {columns}\nFROM (SELECT DISTINCT {steps} FROM ({days}) AS n) AS s{join}";
    }
}
