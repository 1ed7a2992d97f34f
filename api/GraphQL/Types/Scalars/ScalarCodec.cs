using System.Diagnostics.CodeAnalysis;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>How the values of a scalar are read from documents and variables and written into responses.</summary>
public abstract class ScalarCodec
{
    /// <summary>Reads a literal or a variable's value; it is never null and never a variable.</summary>
    /// <param name="input">What the caller wrote.</param>
    /// <param name="value">What resolvers see.</param>
    /// <param name="problem">Why the value is refused, as a sentence for the caller.</param>
    public abstract bool TryRead(ScalarInput input, [NotNullWhen(true)] out object? value, [NotNullWhen(false)] out string? problem);

    /// <summary>Writes what a resolver returned as one JSON value.</summary>
    /// <param name="value">Never null.</param>
    /// <param name="writer">Untouched when the value is refused.</param>
    /// <returns>Null, or why this value cannot be shown as this scalar: a defect of the resolver.</returns>
    public abstract string? Write(object value, ResponseWriter writer);
}
