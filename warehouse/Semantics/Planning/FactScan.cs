namespace ProdSales.Semantics;

/// <summary>One pass over a fact: the aggregates, grouped by one or several sets of keys.</summary>
internal sealed class FactScan(ScanSource source, HashSet<string> takenColumns)
{
    private readonly Dictionary<Aggregate, string> _columns = [];

    internal ScanSource Source { get; } = source;

    /// <summary>Aggregates and the columns that hold them, in the order of first use.</summary>
    internal IEnumerable<(Aggregate Aggregate, string Column)> Aggregates => _columns.Select(pair => (pair.Key, pair.Value));

    /// <summary>The sets of keys that rows are grouped by; a cut takes the first that holds its keys.</summary>
    internal IReadOnlyList<IReadOnlyList<CutKey>> KeySets { get; private set; } = [];

    internal bool IsHolistic => _columns.Keys.Any(aggregate => !aggregate.IsAdditive);

    internal void Add(Measure measure)
    {
        Aggregate[] parts = [.. measure.Formula.Aggregates().Where(part => ReferenceEquals(part.Fact, Source.Fact)).Distinct()];
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

    /// <summary>Chooses the sets: every set asked for when parts do not add up, else only those that no other set holds.</summary>
    internal void Group(IEnumerable<IReadOnlyList<CutKey>> asked)
    {
        IReadOnlyList<CutKey>[] distinct = [.. asked.DistinctBy(keys => string.Join(',', keys.Select(key => key.Column).Order(StringComparer.Ordinal)))];
        KeySets = IsHolistic
            ? distinct
            : [.. distinct.Where(keys => !Array.Exists(distinct, other => other.Count > keys.Count && keys.All(other.Contains)))];
    }

    /// <summary>The number of the set that a cut is built from, and whether it needs no further grouping.</summary>
    internal (int Set, bool IsExact) SetFor(IReadOnlyList<CutKey> keys)
    {
        int set = KeySets.Select((held, index) => (held, index))
            .Where(entry => keys.All(entry.held.Contains))
            .MinBy(entry => entry.held.Count).index;
        return (set, KeySets[set].Count == keys.Distinct().Count());
    }
}
