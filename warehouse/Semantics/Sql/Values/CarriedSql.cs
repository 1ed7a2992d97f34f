namespace ProdSales.Semantics;

/// <summary>Writes which snapshot of each series speaks for the days of a period, or of each step of time in it.</summary>
/// <remarks>
/// A day is spoken for by the last snapshot of each series that is not older than it may be. So a source that sends no stock on Sundays, or is a day behind,
/// is neither missing from the sum of that day nor from the mean over the days.
/// </remarks>
internal sealed class CarriedSql(FactScan scan, ScanCalendar calendar, SnapshotDays days, string lasts)
{
    /// <summary>One row for each step, series and day of a snapshot that speaks: the steps, <c>series</c>, <c>spoken</c>; for a mean <c>weight</c>, the days that it speaks for, and <c>days</c>, all that there are.</summary>
    /// <param name="within">What holds of the days that the window takes.</param>
    internal string Spans(IEnumerable<string> within)
    {
        TimeGrain[] grains = [.. scan.KeySets.SelectMany(set => set).Select(key => key.Grain).OfType<TimeGrain>().Distinct()];
        bool isMean = scan.Source.Window is Window.Average;
        string[] steps = [.. grains.Select(ColumnOf)];
        string sent = $"SELECT DISTINCT {days.Series} AS series, {days.Day} AS taken {days.OfRows([calendar.NearOrBefore(days.Day, lasts)])}";
        string spoken = $"SELECT {string.Join(", ", steps.Select(step => $"n.{step}").Concat(isMean ? ["n.days"] : (string[])[]).Append("n.taken").Append("r.series"))}, max(r.taken) AS spoken\n"
            + $"FROM (\n{CutSql.Indented(Days(grains, isMean, within))}\n) AS n\nINNER JOIN ({sent}) AS r ON r.taken BETWEEN n.taken - {lasts} AND n.taken\nGROUP BY ALL";
        return isMean
            ? $"SELECT {string.Join(", ", steps.Concat(["days", "series", "spoken"]))}, CAST(count(*) AS SMALLINT) AS weight\nFROM (\n{CutSql.Indented(spoken)}\n) AS w\nGROUP BY ALL"
            : spoken;
    }

    private string Days(TimeGrain[] grains, bool isMean, IEnumerable<string> within)
    {
        string step = scan.Source.Step is { } finest ? $"PARTITION BY {calendar.StepColumn("c", finest)}" : "";
        string[] columns =
        [
            .. grains.Select(grain => $"{calendar.StepColumn("c", grain)} AS {ColumnOf(grain)}"),
            "d.taken",
            .. isMean ? [$"count(*) OVER ({step}) AS days"] : (string[])[],
        ];
        string join = scan.Source.Step is null ? "" : $"\n{calendar.Join("c", "d.taken")}";
        string chosen = isMean ? "" : $"\nQUALIFY d.taken = {(scan.Source.Window is Window.First ? "min" : "max")}(d.taken) OVER ({step})";
        return $"SELECT {string.Join(", ", columns)}\nFROM (SELECT DISTINCT {days.Day} AS taken {days.From(within)}) AS d{join}{chosen}";
    }

    private static string ColumnOf(TimeGrain grain) => grain.ToString().ToLowerInvariant();
}
