namespace ProdSales.GraphQL.Types;

/// <summary>A closed set of names.</summary>
public sealed class EnumType : NamedType
{
    private readonly Dictionary<string, EnumValue> _byName;
    private readonly Dictionary<object, EnumValue> _byValue = [];

    internal EnumType(string name, string? description, EnumValue[] values)
        : base(name, description)
    {
        Values = values;
        _byName = new Dictionary<string, EnumValue>(values.Length, StringComparer.Ordinal);
        foreach (EnumValue value in values)
        {
            _byName[value.Name] = value;
            _byValue.TryAdd(value.Value, value);
        }
    }

    /// <summary>The values in the order of their definition.</summary>
    public IReadOnlyList<EnumValue> Values { get; }

    /// <summary>The value of that name, or null.</summary>
    public EnumValue? Value(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The value that stands for what a resolver returned (the value itself or its name), or null.</summary>
    internal EnumValue? ValueFor(object result)
        => _byValue.GetValueOrDefault(result) ?? (result as EnumValue) ?? (result is string name ? Value(name) : null);
}
