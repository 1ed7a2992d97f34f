using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Reads the leaves of all facts of a measure into one table.</summary>
internal sealed class LeafReader(IReadOnlyList<Dimension> dimensions, Decomposition form)
{
    private readonly Dictionary<(string?, string?), int>[] _codes = [.. dimensions.Select(_ => new Dictionary<(string?, string?), int>())];
    private readonly Dictionary<string, (int[] Members, Sides Sums)> _leaves = new(StringComparer.Ordinal);

    internal void Read(SqlStatement statement, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        int sums = 1 + (2 * dimensions.Count);
        while (reader.Read())
        {
            int[] members = [.. dimensions.Select((_, index) => Code(index, Text(reader, 1 + (2 * index)), Text(reader, 2 + (2 * index))))];
            Moments moments = new Moments(
                reader.GetDecimal(sums + 1), reader.GetDecimal(sums + 2), reader.GetInt64(sums), reader.GetDouble(sums + 3), reader.GetDouble(sums + 4), reader.GetDouble(sums + 5))
                .Times(form.Numerator.Scale, form.Denominator?.Scale ?? 1);
            Add(members, reader.GetBoolean(0) ? new Sides(default, moments) : new Sides(moments, default));
        }
    }

    /// <summary>The table, its members in the order of their names and its leaves in the order of their members: alike whatever the order of the rows.</summary>
    internal LeafTable Table()
    {
        int[][] places = [.. _codes.Select(Ordered)];
        SegmentMember[][] members =
        [
            .. _codes.Select((codes, index) => codes.OrderBy(pair => places[index][pair.Value])
                .Select(pair => new SegmentMember(dimensions[index], pair.Key.Item1, pair.Key.Item2)).ToArray()),
        ];
        Leaf[] leaves = [.. _leaves.Values.Select(leaf => new Leaf([.. leaf.Members.Select((code, index) => places[index][code])], leaf.Sums))];
        Array.Sort(leaves, (left, right) => left.Members.AsSpan().SequenceCompareTo(right.Members));
        return new LeafTable(dimensions, members, leaves, form.IsRatio);
    }

    private void Add(int[] members, Sides sums)
    {
        string key = string.Join(',', members);
        _leaves[key] = _leaves.TryGetValue(key, out (int[] Members, Sides Sums) known) ? (members, known.Sums + sums) : (members, sums);
    }

    private int Code(int dimension, string? id, string? name)
    {
        Dictionary<(string?, string?), int> codes = _codes[dimension];
        if (!codes.TryGetValue((id, name), out int code))
        {
            code = codes.Count;
            codes.Add((id, name), code);
        }

        return code;
    }

    private static int[] Ordered(Dictionary<(string? Id, string? Name), int> codes)
    {
        int[] places = new int[codes.Count];
        int place = 0;
        foreach (int code in codes.OrderBy(pair => pair.Key.Name is null).ThenBy(pair => pair.Key.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Id, StringComparer.Ordinal).Select(pair => pair.Value))
        {
            places[code] = place++;
        }

        return places;
    }

    private static string? Text(DuckDbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
