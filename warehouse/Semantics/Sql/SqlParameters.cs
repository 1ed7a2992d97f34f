namespace ProdSales.Semantics;

/// <summary>Collects the values of a statement under readable names.</summary>
internal sealed class SqlParameters
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, object> Values => _values;

    /// <summary>The parameter of that name as written in SQL.</summary>
    internal string Named(string name, object value)
    {
        _values[name] = value;
        return $"${name}";
    }

    /// <summary>A new parameter whose name starts so, as written in SQL.</summary>
    internal string Next(string prefix, object value)
    {
        int number = 1;
        while (_values.ContainsKey($"{prefix}_{number}"))
        {
            number++;
        }

        return Named($"{prefix}_{number}", value);
    }
}
