namespace ProdSales.Semantics;

/// <summary>The small tables that a statement's passes read beside the facts, each written once before them.</summary>
internal sealed class StatementTables(SqlParameters parameters)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Names and SELECTs in the order of first use.</summary>
    internal IEnumerable<(string Name, string Select)> All => _texts.Select(pair => (pair.Key, pair.Value));

    /// <summary>The table of the days of a comparison: <c>date</c>, and the steps of time of its day of the question.</summary>
    internal string PairsOf(Comparison comparison, MappedDays days)
    {
        string name = $"{comparison.Prefix}days";
        _texts.TryAdd(name, days.Text((value, day) => parameters.Named($"{comparison.Prefix}{value}", day)));
        return name;
    }
}
