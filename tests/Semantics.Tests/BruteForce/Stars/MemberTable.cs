using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>The rows of a dimension table in memory, by the key that facts hold.</summary>
internal sealed class MemberTable
{
    private readonly Dictionary<int, Dictionary<string, object?>> _byKey = [];
    private readonly Dictionary<int, int> _current = [];

    internal MemberTable(DuckDbConnection connection, Dimension dimension)
    {
        Owner = dimension;
        MemberIdentity member = dimension.Member!;
        IReadOnlyList<StarColumn> columns = StarColumn.Of(connection, dimension.Table!.Name);
        Enums = columns.Where(column => column.Words.Count > 0).ToDictionary(column => column.Name, column => column.Words, StringComparer.Ordinal);
        foreach (object?[] row in Sql.Rows(connection, $"SELECT {string.Join(", ", columns.Select(column => column.Name))} FROM {dimension.Table.Name}"))
        {
            Dictionary<string, object?> values = columns.Select((column, index) => (column.Name, row[index])).ToDictionary(StringComparer.Ordinal);
            int key = Whole(values[dimension.Table.Key]);
            _byKey.Add(key, values);
            if (!member.HasVersions || (bool)values["is_current"]!)
            {
                _current.Add(Whole(values[member.DurableKey]), key);
            }
        }
    }

    internal Dimension Owner { get; }

    /// <summary>The order of the words of columns that are ENUMs.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Enums { get; }

    internal IEnumerable<int> DurableKeys => _current.Keys;

    /// <summary>What is the same for all versions of a member.</summary>
    internal int Durable(int key) => Whole(_byKey[key][Owner.Member!.DurableKey]);

    /// <summary>A column of the version that a fact names.</summary>
    internal object? OfVersion(int key, string column) => _byKey[key][column];

    /// <summary>The member that a row counts for: none where the day that is asked for knew of no master.</summary>
    internal int Counted(int key, History history) => history.Day is { } day && OnDay(Durable(key), day) is null ? 0 : Durable(key);

    /// <summary>A column of the version that speaks for a member.</summary>
    internal object? Spoken(int durable, string column, History history) =>
        history.Day is { } day && Owner.Member!.HasVersions ? OnDay(durable, day) is { } version ? _byKey[version][column] : null : _byKey[_current[durable]][column];

    private int? OnDay(int durable, DateOnly day) => !Owner.Member!.HasVersions
        ? durable
        : _byKey.Where(row => Durable(row.Key) == durable && (DateOnly)row.Value["valid_from"]! <= day && day < (DateOnly)row.Value["valid_to"]! && row.Value["is_inferred"] is false)
            .Select(row => (int?)row.Key).FirstOrDefault();

    private static int Whole(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
