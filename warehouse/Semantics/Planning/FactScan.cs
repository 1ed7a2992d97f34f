namespace ProdSales.Semantics;

/// <summary>One pass over a fact: the aggregates, grouped by one or several sets of keys.</summary>
internal sealed class FactScan(ScanSource source, HashSet<string> takenColumns)
{
    private readonly Dictionary<Aggregate, string> _columns = [];

    internal ScanSource Source { get; } = source;

    /// <summary>The rollup that is read in place of the fact, or null.</summary>
    internal Rollup? Rollup { get; private set; }

    /// <summary>Why the other rollups of the fact are not read.</summary>
    internal IReadOnlyList<RollupRefusal> RollupRefusals { get; private set; } = [];

    /// <summary>What is read: the source itself, or the rollup in its place.</summary>
    internal ScanSource Read => Rollup is null ? Source : Source with { Fact = Rollup.Rows };

    /// <summary>Aggregates and the columns that hold them, in the order of first use.</summary>
    internal IEnumerable<(Aggregate Aggregate, string Column)> Aggregates => _columns.Select(pair => (pair.Key, pair.Value));

    /// <summary>The sets of keys that rows are grouped by; a cut takes the first that holds its keys.</summary>
    internal IReadOnlyList<IReadOnlyList<CutKey>> KeySets { get; private set; } = [];

    internal void Add(Measure measure)
    {
        Aggregate[] parts = [.. measure.Aggregates().Where(Source.Holds).Distinct()];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!_columns.ContainsKey(parts[i]))
            {
                _columns.Add(parts[i], NewColumn($"{Source.Prefix}{measure.Name}", parts.Length > 1 ? i + 1 : 0));
            }
        }
    }

    // Columns of different scans meet in one cut, so a name is given once.
    private string NewColumn(string name, int number)
    {
        string column = number == 0 ? name : $"{name}_{number}";
        return takenColumns.Add(column) ? column : NewColumn(name, number + 1);
    }

    internal string ColumnOf(Aggregate aggregate) => _columns[aggregate];

    /// <summary>Chooses the sets: those of cuts whose parts do not add up, and of the others those that no other set holds.</summary>
    /// <param name="asked">The keys of each cut, and whether its numbers must come from the rows.</param>
    internal void Group(IEnumerable<(IReadOnlyList<CutKey> Keys, bool IsHolistic)> asked)
    {
        (IReadOnlyList<CutKey> Keys, bool IsHolistic)[] sets =
        [
            .. asked.GroupBy(cut => string.Join(',', cut.Keys.Select(key => key.Column).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
                .Select(same => (same.First().Keys, same.Any(cut => cut.IsHolistic))),
        ];
        KeySets =
        [
            .. sets.Where(set => set.IsHolistic || !Array.Exists(sets, other => other.Keys.Count > set.Keys.Count && set.Keys.All(other.Keys.Contains)))
                .Select(set => set.Keys),
        ];
    }

    /// <summary>Chooses between the fact and its rollups, once the aggregates and the sets are known.</summary>
    internal void Route(MetricQuery query) => (Rollup, RollupRefusals) = RollupRouting.Choose(query, this);

    /// <summary>The number of the set that a cut is built from, and whether it needs no further grouping.</summary>
    internal (int Set, bool IsExact) SetFor(IReadOnlyList<CutKey> keys)
    {
        int set = KeySets.Select((held, index) => (held, index))
            .Where(entry => keys.All(entry.held.Contains))
            .MinBy(entry => entry.held.Count).index;
        return (set, KeySets[set].Count == keys.Distinct().Count());
    }
}
