namespace ProdSales.Semantics;

/// <summary>Numbers the combinations of codes that occur, from 0 in the order in which they are met: a tree with one level for each place of a combination.</summary>
internal sealed class LeafIndex(int places)
{
    private readonly Level[] _levels = [.. Enumerable.Range(0, places).Select(_ => new Level())];

    /// <summary>How many combinations have been met.</summary>
    internal int Count => places == 0 ? 1 : _levels[^1].Count;

    /// <summary>Replaces the number of what stands before a place by the number with a code at that place; before the first place all is 0. Below 0 is nothing, and stays it.</summary>
    internal void Extend(int place, Span<int> numbers, ReadOnlySpan<int> codes)
    {
        Level level = _levels[place];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = numbers[i] < 0 || codes[i] < 0 ? -1 : level.Next(numbers[i], codes[i]);
        }
    }

    /// <summary>The combinations of all numbers: for each place the code of each number.</summary>
    internal int[][] Columns()
    {
        int[][] columns = [];
        foreach (Level level in _levels)
        {
            columns = [.. columns.Select(codes => level.Origins.Select(origin => codes[origin.Number]).ToArray()), [.. level.Origins.Select(origin => origin.Code)]];
        }

        return columns;
    }

    /// <summary>One place: from the number before and a code to the number with it. Found by position while that takes little memory, else by hash.</summary>
    private sealed class Level
    {
        private const int MostPositions = 1 << 23;

        private readonly List<(int Number, int Code)> _origins = [];
        private Dictionary<(int, int), int>? _sparse;
        private int[] _next = new int[64];
        private int _width = 1;
        private int _numbers;

        internal int Count => _origins.Count;

        internal List<(int Number, int Code)> Origins => _origins;

        internal int Next(int number, int code)
        {
            if (_sparse is null)
            {
                long position = ((long)number * _width) + code;
                if (code < _width && position < _next.Length && _next[position] is > 0 and var known)
                {
                    return known - 1;
                }
            }
            else if (_sparse.TryGetValue((number, code), out int known))
            {
                return known;
            }

            return Added(number, code);
        }

        private int Added(int number, int code)
        {
            _origins.Add((number, code));
            _numbers = Math.Max(_numbers, number + 1);
            int added = _origins.Count - 1;
            if (_sparse is null && (code >= _width || ((long)number * _width) + code >= _next.Length))
            {
                Widen(code);
            }
            else if (_sparse is null)
            {
                _next[(number * _width) + code] = added + 1;
            }
            else
            {
                _sparse.Add((number, code), added);
            }

            return added;
        }

        private void Widen(int code)
        {
            while (_width <= code)
            {
                _width *= 2;
            }

            long length = Math.Max(_next.Length, 2L * _numbers * _width);
            if (length > MostPositions)
            {
                _sparse = [];
                _next = [];
            }
            else
            {
                _next = new int[length];
            }

            for (int i = 0; i < _origins.Count; i++)
            {
                (int before, int at) = _origins[i];
                if (_sparse is null)
                {
                    _next[(before * _width) + at] = i + 1;
                }
                else
                {
                    _sparse.Add((before, at), i);
                }
            }
        }
    }
}
