using System.Diagnostics.CodeAnalysis;

namespace ProdSales.GraphQL.Execution.Resolution;

/// <summary>
/// The coerced arguments of a field: <c>Int</c> is <see cref="int"/>, <c>Float</c> <see cref="double"/>, <c>String</c> and <c>ID</c> <see cref="string"/>,
/// an enum its <see cref="Types.EnumValue.Value"/>, a list an <c>object?[]</c>, an input object a <c>Dictionary&lt;string, object?&gt;</c>
/// in the order of its definition. What the caller left out and has no default is absent, which is not null.
/// </summary>
public sealed class Arguments
{
    private readonly Dictionary<string, object?> _values;

    internal Arguments(Dictionary<string, object?> values) => _values = values;

    /// <summary>No arguments.</summary>
    public static Arguments None { get; } = new([]);

    /// <summary>All values that are present, in the order of the field's definition.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Whether the argument is present, null included.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The argument's value; the default of <typeparamref name="T"/> when it is absent or null.</summary>
    /// <exception cref="InvalidCastException">The schema gives this argument another type: a defect of the resolver.</exception>
    public T? Value<T>(string name) => _values.TryGetValue(name, out object? value) && value is not null ? (T)value : default;

    /// <summary>Whether the argument is present and not null.</summary>
    /// <exception cref="InvalidCastException">The schema gives this argument another type: a defect of the resolver.</exception>
    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? value)
    {
        bool found = _values.TryGetValue(name, out object? raw) && raw is not null;
        value = found ? (T)raw! : default;
        return found;
    }
}
