using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>The members that the keys of one table stand for: keys that stand for the same members are one part.</summary>
internal sealed class TableCodes(Dimension[] dimensions, MemberCodes[] members)
{
    private readonly LeafIndex _parts = new(dimensions.Length);
    private int[] _partOfKey = [];

    /// <summary>How many parts there are.</summary>
    internal int Count => _parts.Count;

    /// <summary>Reads the table: the key, then the id (where members have one) and the name for each dimension.</summary>
    internal void Read(ResultChunks chunks)
    {
        TextCodes[] texts = [.. chunks.Columns.Skip(1).Select(_ => new TextCodes())];
        Dictionary<(int, int), int>[] codes = [.. dimensions.Select(_ => new Dictionary<(int, int), int>())];
        int[] ids = new int[RowBatch.Most];
        int[] names = new int[RowBatch.Most];
        int[] parts = new int[RowBatch.Most];
        while (chunks.MoveNext())
        {
            DataChunk chunk = chunks.Current;
            Span<int> part = parts.AsSpan(0, chunk.Count);
            part.Clear();
            for (int dimension = 0, column = 0; dimension < dimensions.Length; dimension++)
            {
                TextCodes? id = dimensions[dimension].Member?.Id is null ? null : texts[column++];
                id?.Read(chunk.Vector(column), ids.AsSpan(0, chunk.Count));
                TextCodes name = texts[column++];
                name.Read(chunk.Vector(column), names.AsSpan(0, chunk.Count));
                Number(dimension, codes[dimension], (id, ids), (name, names), part);
            }

            Keep(chunk.Vector(0).Values<int>(), part);
        }
    }

    /// <summary>Writes the part of each key; below 0 for a key that the table has not.</summary>
    /// <returns>Whether the table has all of them.</returns>
    internal bool TryFind(ColumnVector keys, Span<int> parts)
    {
        ReadOnlySpan<int> values = keys.Values<int>();
        int[] known = _partOfKey;
        bool mayHaveNulls = keys.MayHaveNulls;
        int signs = 0;
        for (int i = 0; i < values.Length; i++)
        {
            int part = (uint)values[i] < (uint)known.Length && !(mayHaveNulls && keys.IsNull(i)) ? known[values[i]] : -1;
            parts[i] = part;
            signs |= part;
        }

        return signs >= 0;
    }

    /// <summary>The code of the member of each dimension that a part stands for.</summary>
    internal int[] Codes(int part) => _parts.Codes(part);

    private void Number(int dimension, Dictionary<(int, int), int> known, (TextCodes? Texts, int[] Rows) ids, (TextCodes Texts, int[] Rows) names, Span<int> parts)
    {
        int[] codes = new int[parts.Length];
        (int Id, int Name, int Code) last = (-1, -1, -1);
        for (int row = 0; row < codes.Length; row++)
        {
            (int id, int name) = (ids.Texts is null ? 0 : ids.Rows[row], names.Rows[row]);
            if (id != last.Id || name != last.Name)
            {
                if (!known.TryGetValue((id, name), out int code))
                {
                    code = members[dimension].Code(ids.Texts?[id], names.Texts[name]);
                    known.Add((id, name), code);
                }

                last = (id, name, code);
            }

            codes[row] = last.Code;
        }

        _parts.Extend(dimension, parts, codes);
    }

    private void Keep(ReadOnlySpan<int> keys, ReadOnlySpan<int> parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            if (keys[i] >= _partOfKey.Length)
            {
                int length = _partOfKey.Length;
                Array.Resize(ref _partOfKey, Math.Max(2 * length, keys[i] + 1));
                Array.Fill(_partOfKey, -1, length, _partOfKey.Length - length);
            }

            _partOfKey[keys[i]] = parts[i];
        }
    }
}
