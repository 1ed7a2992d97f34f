using System.Diagnostics.CodeAnalysis;

namespace ProdSales.GraphQL.Execution.Coercion;

/// <summary>The coerced variables of one request; a variable that was left out and has no default is absent.</summary>
internal sealed class VariableValues(Dictionary<string, object?> values)
{
    public static VariableValues None { get; } = new([]);

    public bool TryGet(string name, [MaybeNullWhen(true)] out object? value) => values.TryGetValue(name, out value);

    /// <summary>Whether a condition's variable is true; absent and null are false, which validation rules out.</summary>
    public bool IsTrue(string name) => values.TryGetValue(name, out object? value) && value is true;
}
