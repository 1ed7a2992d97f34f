using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Types.Input;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValue
{
    internal InputValue(string name, GraphType type, string? description, string? deprecationReason, ValueNode? defaultLiteral, double? weight = null)
    {
        Name = name;
        Type = type;
        Description = description;
        DeprecationReason = deprecationReason;
        DefaultLiteral = defaultLiteral;
        Weight = weight;
    }

    /// <summary>The name, unique among its siblings.</summary>
    public string Name { get; }

    /// <summary>The type, always an input type.</summary>
    public GraphType Type { get; }

    /// <summary>What it means, or null.</summary>
    public string? Description { get; }

    /// <summary>Why it should no longer be used; null while it should.</summary>
    public string? DeprecationReason { get; }

    /// <summary>The default as a literal of the language; null where there is none, <c>"null"</c> where it is null.</summary>
    public string? Default => DefaultLiteral is null ? null : Printer.Print(DefaultLiteral);

    /// <summary>Whether callers must give it: non-null and without a default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultLiteral is null;

    /// <summary>What it adds to the cost of a field each time that it is given, what stands in it not counted; null where the schema does not say.</summary>
    public double? Weight { get; }

    internal ValueNode? DefaultLiteral { get; }
}
