using System.Text.RegularExpressions;
using ProdSales.Learning.Data;

namespace ProdSales.Learning.Leaks;

/// <summary>Looks, before anything is learned, for columns that know the outcome because they were filled in after it.</summary>
public static partial class LeakScan
{
    private const int LeastRows = 20;

    /// <summary>Scans.</summary>
    /// <param name="table">The columns that would be learned from.</param>
    /// <param name="labels">The outcome of each row.</param>
    /// <param name="context">What is known of moments.</param>
    /// <param name="cancellation">Looked at before every column.</param>
    /// <returns>At most one finding a column, the clearest one, in the order of the columns; empty when nothing seems wrong.</returns>
    public static IReadOnlyList<LeakFinding> Run(Table table, bool[] labels, LeakContext context, CancellationToken cancellation)
    {
        if (!labels.Contains(true) || !labels.Contains(false))
        {
            return [];
        }

        LeakTimes times = new(table, context);
        Dictionary<string, string> shares = LeakShares.Of(table);
        List<LeakFinding> found = [];
        foreach (TableColumn column in table.Columns.Where(column => column.Name != context.AsOf))
        {
            cancellation.ThrowIfCancellationRequested();
            LeakFinding? finding = times.Of(column) ?? (context.JudgesNames ? Named(column, table) : null) ?? Alone(column, labels, context.TellingAuc) ?? Shared(column, shares) ?? Pure(column, labels) ?? Judged(column, labels);
            if (finding is not null)
            {
                found.Add(finding);
            }
        }

        return found;
    }

    /// <summary>Looks only for columns whose moments, or whose spans of days, lie after the moment of the question: that needs no outcome, and no rows that are independent.</summary>
    /// <param name="table">The columns, with the dates that <paramref name="context"/> speaks of.</param>
    /// <param name="context">What is known of moments.</param>
    /// <param name="cancellation">Looked at before every column.</param>
    /// <returns>The findings in the order of the columns.</returns>
    public static IReadOnlyList<LeakFinding> OfMoments(Table table, LeakContext context, CancellationToken cancellation)
    {
        LeakTimes times = new(table, context);
        List<LeakFinding> found = [];
        foreach (TableColumn column in table.Columns.Where(column => column.Name != context.AsOf))
        {
            cancellation.ThrowIfCancellationRequested();
            if (times.Of(column) is { } finding)
            {
                found.Add(finding);
            }
        }

        return found;
    }

    internal static LeakFinding Finding(string column, string code, string? violates, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        Dictionary<string, object> held = new(StringComparer.Ordinal) { ["column"] = column };
        foreach ((string name, object value) in facts)
        {
            held[name] = value;
        }

        return new LeakFinding(column, code, violates, held);
    }

    /// <summary>A name that speaks of the end, as in close date, lost reason, days through closing.</summary>
    private static LeakFinding? Named(TableColumn column, Table table)
    {
        Match match = OutcomeWord().Match(column.Name);
        return match.Success && !HasManyOf(match.Value, table) ? Finding(column.Name, "named-after-outcome", match.Value.Trim(), ("word", match.Value.Trim())) : null;
    }

    /// <summary>Where most columns carry a word, it is the subject of the file and tells nothing.</summary>
    private static bool HasManyOf(string word, Table table) =>
        table.Columns.Count > 4 && table.Columns.Count(column => column.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) * 2 > table.Columns.Count;

    private static LeakFinding? Alone(TableColumn column, bool[] labels, double telling)
    {
        double auc = SingleColumn.Auc(SingleColumn.Binned(column), labels);
        if (auc <= telling)
        {
            return null;
        }

        int[] missing = [.. Enumerable.Range(0, labels.Length).Select(row => column.IsMissing(row) ? 1 : 0)];
        double missingAuc = missing.Contains(1) && missing.Contains(0) ? SingleColumn.Auc(missing, labels) : .5;
        return missingAuc > telling
            ? Finding(column.Name, "missing-tells-outcome", null, ("auc", missingAuc))
            : Finding(column.Name, "alone-tells-outcome", null, ("auc", auc));
    }

    private static LeakFinding? Shared(TableColumn column, Dictionary<string, string> shares) => shares.TryGetValue(column.Name, out string? others)
        ? Finding(column.Name, "shares-of-finished-whole", others, ("others", others))
        : null;

    /// <summary>A value that stands only with the rarer outcome, or no value with either, so often that chance cannot be: as the flag of a cause of failure.</summary>
    private static LeakFinding? Pure(TableColumn column, bool[] labels)
    {
        double share = (double)labels.Count(label => label) / labels.Length;
        int[] empty = [.. Enumerable.Range(0, labels.Length).Where(column.IsMissing)];
        if (IsPure(empty, labels, true, share) || IsPure(empty, labels, false, 1 - share))
        {
            return Finding(column.Name, "empty-only-with-outcome", null, ("rows", empty.Length));
        }

        if (column.DistinctCount() is < 2 or > 50)
        {
            return null;
        }

        bool rare = share < .5;
        return Enumerable.Range(0, labels.Length).Where(row => !column.IsMissing(row)).GroupBy(row => column.TextOf(row)!, StringComparer.Ordinal)
            .Where(value => IsPure([.. value], labels, rare, Math.Min(share, 1 - share)))
            .Select(value => Finding(column.Name, "value-only-with-outcome", null, ("value", value.Key), ("rows", value.Count())))
            .FirstOrDefault();
    }

    private static bool IsPure(int[] rows, bool[] labels, bool outcome, double share) =>
        rows.Length >= LeastRows && rows.Length * Math.Log(share) < Math.Log(1e-12) && Array.TrueForAll(rows, row => labels[row] == outcome);

    /// <summary>Names that people filled in for a part of the rows, some of which nearly always go with the outcome and some nearly never: a judgement made afterwards.</summary>
    private static LeakFinding? Judged(TableColumn column, bool[] labels)
    {
        int missing = Enumerable.Range(0, labels.Length).Count(column.IsMissing);
        if (column.Kind is not ColumnKind.Category || column.DistinctCount() is < 2 or > 50 || missing * 5 < labels.Length)
        {
            return null;
        }

        (string Value, double Share)[] values =
        [
            .. Enumerable.Range(0, labels.Length).Where(row => !column.IsMissing(row)).GroupBy(row => column.TextOf(row)!, StringComparer.Ordinal)
                .Where(value => value.Count() >= Math.Max(LeastRows, labels.Length / 100))
                .Select(value => (value.Key, value.Average(row => labels[row] ? 1d : 0d))),
        ];
        return values.Length > 1 && values.Max(value => value.Share) >= .9 && values.Min(value => value.Share) <= .05
            ? Finding(column.Name, "judged-after-outcome", null, ("high", values.MaxBy(value => value.Share).Value), ("low", values.MinBy(value => value.Share).Value), ("missing", (double)missing / labels.Length))
            : null;
    }

    [GeneratedRegex(
        @"(?<![a-z])(closed?[ _-]?(at|on|date|time|day|month|value|amount|reason)|(through|until|till|at|to)[ _-]clos(e|ing|ure)|outcomes?|(won|lost|loss|win|churn)[ _-]?(reason|date|time|value|amount|category|score))(?![a-z])"
            + "|结案|关单|成交日|赢单|输单|流失原因",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex OutcomeWord();
}
