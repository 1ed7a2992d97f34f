using System.Runtime.CompilerServices;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>The members that the keys of one table stand for: keys that stand for the same members are one part.</summary>
internal sealed class TableCodes(Dimension[] dimensions, MemberCodes[] members)
{
    private readonly LeafIndex _parts = new(dimensions.Length);
    private readonly int[]?[] _codeOfName = new int[]?[dimensions.Length];
    private int[] _partOfKey = [];

    /// <summary>How many parts there are.</summary>
    internal int Count => _parts.Count;

    /// <summary>Reads the table: the key, then the id (where members have one) and the name for each dimension.</summary>
    internal void Read(ResultChunks chunks)
    {
        TextCodes[] texts = [.. chunks.Columns.Skip(1).Select(_ => new TextCodes(new TextNumbers()))];
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

    /// <summary>Adds the part of each key, so many times as asked, to what is there.</summary>
    /// <returns>False where a key is null or one that the table has not, and what is written means nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool TryAddParts(ColumnVector keys, int times, Span<int> cells)
    {
        ReadOnlySpan<int> values = keys.Values<int>();
        int[] known = _partOfKey;
        int signs = keys.MayHaveNulls ? -1 : 0;
        for (int i = 0; i < cells.Length && i < values.Length; i++)
        {
            int part = (uint)values[i] < (uint)known.Length ? known[values[i]] : -1;
            cells[i] += part * times;
            signs |= part;
        }

        return signs >= 0;
    }

    /// <summary>The code of the member that each part stands for, for each dimension.</summary>
    internal int[][] Codes() => _parts.Columns();

    private void Number(int dimension, Dictionary<(int, int), int> known, (TextCodes? Texts, int[] Rows) ids, (TextCodes Texts, int[] Rows) names, Span<int> parts)
    {
        int[] codes = new int[parts.Length];
        if (ids.Texts is null)
        {
            NumberNames(dimension, names, codes);
        }
        else
        {
            NumberIds(dimension, known, (ids.Texts, ids.Rows), names, codes);
        }

        _parts.Extend(dimension, parts, codes);
    }

    private void NumberNames(int dimension, (TextCodes Texts, int[] Rows) names, int[] codes)
    {
        int[] known = _codeOfName[dimension] ??= [];
        for (int row = 0; row < codes.Length; row++)
        {
            int name = names.Rows[row];
            if (name >= known.Length)
            {
                int length = known.Length;
                Array.Resize(ref known, Math.Max(2 * length, name + 1));
                Array.Fill(known, -1, length, known.Length - length);
                _codeOfName[dimension] = known;
            }

            if (known[name] < 0)
            {
                known[name] = members[dimension].Code(null, names.Texts[name]);
            }

            codes[row] = known[name];
        }
    }

    private void NumberIds(int dimension, Dictionary<(int, int), int> known, (TextCodes Texts, int[] Rows) ids, (TextCodes Texts, int[] Rows) names, int[] codes)
    {
        for (int row = 0; row < codes.Length; row++)
        {
            (int Id, int Name) member = (ids.Rows[row], names.Rows[row]);
            if (!known.TryGetValue(member, out int code))
            {
                code = members[dimension].Code(ids.Texts[member.Id], names.Texts[member.Name]);
                known.Add(member, code);
            }

            codes[row] = code;
        }
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
