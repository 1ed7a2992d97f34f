using ProdSales.Sources.Mappings.Declaration;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Writes the statement that counts an entry's rows by the kinds of dirt that its mapping names.</summary>
internal sealed class DirtSql
{
    private readonly FeedEntry _entry;
    private readonly List<string> _conditions = [];

    /// <param name="entry">The entry, checked.</param>
    internal DirtSql(FeedEntry entry)
    {
        _entry = entry;
        List<(string, string)> counted = [];
        foreach (Notice notice in entry.Notices)
        {
            counted.Add((notice.Name, notice.Condition));
            _conditions.Add(StagedExpression.Bare(notice.Condition));
        }

        foreach (ColumnRule rule in entry.Columns.Where(rule => rule.Fix is not null))
        {
            foreach ((string wrong, string? right) in rule.Fix!.Values)
            {
                counted.Add(($"{rule.Column.Name}-corrected", $"\"{wrong}\" taken as \"{right}\""));
                _conditions.Add($"CAST({StagedExpression.Bare(rule.Sql!)} AS VARCHAR) = {SqlText.Literal(wrong)}");
            }
        }

        Counted = counted;
    }

    /// <summary>Gets what is counted: the name and, for people, what rows of the kind have in common.</summary>
    internal IReadOnlyList<(string Name, string Meaning)> Counted { get; }

    /// <summary>Writes the SELECT of one row: rows before the condition, rows after it, then one count a kind.</summary>
    internal string Select()
    {
        string kept = _entry.Where is null ? "TRUE" : $"coalesce({StagedExpression.Bare(_entry.Where)}, FALSE)";
        IEnumerable<string> kinds = _conditions.Select(condition => $"count(*) FILTER (WHERE {kept} AND {condition})");
        return $"SELECT {string.Join(", ", ["count(*)", $"count(*) FILTER (WHERE {kept})", .. kinds])} {EntrySql.From(_entry)}";
    }
}
