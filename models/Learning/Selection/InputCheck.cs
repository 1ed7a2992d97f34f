using ProdSales.Learning.Data;

namespace ProdSales.Learning.Selection;

/// <summary>Finds what cannot be learned from before anything is fitted.</summary>
internal static class InputCheck
{
    internal const int LeastOfEach = 40;
    internal const int RecommendedOfEach = 200;

    /// <summary>Why nothing can be learned; null when it can.</summary>
    internal static LearnRefusal? Refuse(LearnData data)
    {
        int positives = data.Positives;
        int negatives = data.Labels.Length - positives;
        return data.Labels.Length == 0 ? Refusal("no-rows")
            : positives == 0 || negatives == 0 ? Refusal("one-class", ("rows", data.Labels.Length))
            : Math.Min(positives, negatives) < LeastOfEach ? Refusal("too-few-labels", ("positives", positives), ("negatives", negatives), ("least", LeastOfEach))
            : null;
    }

    /// <summary>The columns that can be learned from, with a note for each that cannot.</summary>
    internal static Table Usable(LearnData data, LearnSettings settings, List<LearnNote> notes)
    {
        List<TableColumn> used = [];
        foreach (TableColumn column in data.Features.Columns)
        {
            if (Fault(column, used) is { } fault)
            {
                notes.Add(fault);
            }
            else
            {
                used.Add(column);
            }
        }

        foreach (string name in settings.Monotone.Keys.Where(name => used.Find(column => column.Name == name) is { Kind: not ColumnKind.Number }).Order(StringComparer.Ordinal))
        {
            notes.Add(Note("monotone-not-number", ("column", name)));
        }

        return new Table(used);
    }

    internal static LearnRefusal Refusal(string code, params ReadOnlySpan<(string Name, object Value)> facts) => new(code, Facts(facts));

    internal static LearnNote Note(string code, params ReadOnlySpan<(string Name, object Value)> facts) => new(code, Facts(facts));

    private static LearnNote? Fault(TableColumn column, List<TableColumn> used)
    {
        int distinct = column.DistinctCount();
        int filled = Enumerable.Range(0, column.RowCount).Count(row => !column.IsMissing(row));
        if (filled == 0)
        {
            return Note("empty-column", ("column", column.Name));
        }

        if (distinct == 1 && filled == column.RowCount)
        {
            return Note("constant-column", ("column", column.Name), ("value", column.TextOf(0)!));
        }

        if (column.Kind is ColumnKind.Category && distinct > 50 && distinct > filled / 2)
        {
            return Note("text-column", ("column", column.Name), ("distinct", distinct), ("rows", filled));
        }

        return used.Find(column.HoldsSameAs) is { } same ? Note("duplicate-column", ("column", column.Name), ("other", same.Name)) : null;
    }

    private static Dictionary<string, object> Facts(ReadOnlySpan<(string Name, object Value)> facts)
    {
        Dictionary<string, object> held = new(StringComparer.Ordinal);
        foreach ((string name, object value) in facts)
        {
            held[name] = value;
        }

        return held;
    }
}
