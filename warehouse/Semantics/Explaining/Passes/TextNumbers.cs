namespace ProdSales.Semantics;

/// <summary>The texts of a column, each with one number whichever thread meets it first.</summary>
internal sealed class TextNumbers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string?> _texts = [null];

    /// <summary>How many numbers there are.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _texts.Count;
            }
        }
    }

    /// <summary>The text of a number; 0 is null.</summary>
    internal string? this[int number]
    {
        get
        {
            lock (_gate)
            {
                return _texts[number];
            }
        }
    }

    /// <summary>The number of a text.</summary>
    internal int Of(string text)
    {
        lock (_gate)
        {
            if (!_numbers.TryGetValue(text, out int number))
            {
                number = _texts.Count;
                _numbers.Add(text, number);
                _texts.Add(text);
            }

            return number;
        }
    }
}
