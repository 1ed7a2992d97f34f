using System.Security.Cryptography;
using System.Text;

namespace ProdSales.Semantics;

/// <summary>Sums of a fact by day or month and some dimensions, kept as a table beside it in the transaction of every batch.</summary>
public sealed class Rollup
{
    internal Rollup(string name, Fact fact, TimeGrain grain, IReadOnlyList<Dimension> dimensions, IReadOnlyList<RollupSum> sums, SourcePlace place)
    {
        Name = name;
        Fact = fact;
        Grain = grain;
        Dimensions = dimensions;
        Sums = sums;
        Place = place;
        Select = RollupSql.Of(this);
        Table = $"rollup_{name}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Select)))[..8]}";
        Rows = fact with
        {
            Relation = Table,
            Condition = null,
            Reach = dimensions.ToDictionary(dimension => dimension.Name, ColumnOf, StringComparer.Ordinal),
        };
    }

    /// <summary>Snake-case name, unique in the model.</summary>
    public string Name { get; }

    /// <summary>The fact that is summed, with the condition that all its rows meet.</summary>
    public Fact Fact { get; }

    /// <summary>Day or month; the column of the fact's day holds the day, or the first day of the month.</summary>
    public TimeGrain Grain { get; }

    /// <summary>The dimensions that rows are told apart by: members by the key of their version, attributes as on the day of the row.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>What is held.</summary>
    public IReadOnlyList<RollupSum> Sums { get; }

    /// <summary>Where it is declared, for messages.</summary>
    public SourcePlace Place { get; }

    /// <summary>The table that holds it: its name with a hash of what it holds, so that another definition is another table.</summary>
    public string Table { get; }

    /// <summary>The rows of the fact as they go into the table, ending with their conditions: what loads a batch adds its own, and groups.</summary>
    public string Select { get; }

    /// <summary>The same without the sums.</summary>
    internal string KeySelect => RollupSql.Of(this, isOfKeys: true);

    /// <summary>The table read in place of the fact: its columns have the names of the fact's.</summary>
    internal Fact Rows { get; }

    /// <summary>The column that holds an aggregate, or null.</summary>
    internal string? ColumnOf(Aggregate asked) => Sums.FirstOrDefault(sum => sum.Holds(asked))?.Column;

    /// <summary>The column that holds a dimension: that of the fact, or the name of an attribute that the fact itself does not hold.</summary>
    internal string ColumnOf(Dimension dimension) => Fact.Reach.TryGetValue(dimension.Name, out string? column) ? column : dimension.Name;

    /// <summary>Whether a dimension is an attribute taken from the version of the row: it says nothing of other versions.</summary>
    internal bool IsFrozen(Dimension dimension) => Rows.Reach.ContainsKey(dimension.Name) && !Fact.Reach.ContainsKey(dimension.Name);
}
