using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>The members that the keys of one table stand for: keys that stand for the same members are one part.</summary>
internal sealed class TableCodes(Dimension[] dimensions, MemberCodes[] members)
{
    private readonly LeafIndex _parts = new(dimensions.Length);
    private int[] _partOfKey = [];

    /// <summary>Reads the table: the key, then the id (where members have one) and the name for each dimension.</summary>
    internal void Read(ResultChunks chunks)
    {
        TextCodes[] texts = [.. chunks.Columns.Skip(1).Select(_ => new TextCodes())];
        Dictionary<(int, int), int>[] codes = [.. dimensions.Select(_ => new Dictionary<(int, int), int>())];
        while (chunks.MoveNext())
        {
            DataChunk chunk = chunks.Current;
            int[][] columns = [.. texts.Select(_ => new int[chunk.Count])];
            for (int column = 0; column < columns.Length; column++)
            {
                texts[column].Read(chunk.Vector(1 + column), columns[column]);
            }

            int[] parts = new int[chunk.Count];
            for (int dimension = 0, column = 0; dimension < dimensions.Length; dimension++)
            {
                bool hasId = dimensions[dimension].Member?.Id is not null;
                (int id, int name) = (hasId ? column++ : -1, column++);
                int[] own = [.. Enumerable.Range(0, chunk.Count).Select(row => Code(dimension, codes[dimension], texts, (id, hasId ? columns[id][row] : 0), (name, columns[name][row])))];
                _parts.Extend(dimension, parts, own);
            }

            Keep(chunk.Vector(0).Values<int>(), parts);
        }
    }

    /// <summary>The part of each key; below 0 for a key that the table has not.</summary>
    internal void PartsOf(ColumnVector keys, Span<int> parts)
    {
        ReadOnlySpan<int> values = keys.Values<int>();
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = (uint)values[i] < (uint)_partOfKey.Length && !keys.IsNull(i) ? _partOfKey[values[i]] : -1;
        }
    }

    /// <summary>The code of the member of each dimension that a part stands for.</summary>
    internal int[] Codes(int part) => _parts.Codes(part);

    private int Code(int dimension, Dictionary<(int, int), int> known, TextCodes[] texts, (int Column, int Text) id, (int Column, int Text) name)
    {
        if (!known.TryGetValue((id.Text, name.Text), out int code))
        {
            code = members[dimension].Code(id.Column < 0 ? null : texts[id.Column][id.Text], texts[name.Column][name.Text]);
            known.Add((id.Text, name.Text), code);
        }

        return code;
    }

    private void Keep(ReadOnlySpan<int> keys, int[] parts)
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
