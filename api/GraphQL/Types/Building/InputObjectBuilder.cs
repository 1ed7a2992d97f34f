using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>Describes an input object.</summary>
public sealed class InputObjectBuilder : TypeBuilder
{
    private readonly List<InputValueBuilder> _fields = [];
    private bool _isOneOf;

    internal InputObjectBuilder(string name)
        : base(name)
    {
    }

    /// <summary>Says what the type means, as Markdown.</summary>
    public InputObjectBuilder Describe(string? description)
    {
        Description = description;
        return this;
    }

    /// <summary>Asks callers for exactly one of the fields (<c>@oneOf</c>).</summary>
    public InputObjectBuilder OneOf()
    {
        _isOneOf = true;
        return this;
    }

    /// <summary>Adds a field.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="type">The type as the language writes it, for example <c>[Int!]</c>; it may be defined later.</param>
    /// <param name="description">What it means, or null.</param>
    /// <param name="defaultLiteral">The default as the language writes it; null for none.</param>
    /// <param name="deprecationReason">Why it should no longer be used, or null.</param>
    /// <exception cref="ArgumentException">The type or the default is not well formed.</exception>
    public InputObjectBuilder Field(string name, string type, string? description = null, string? defaultLiteral = null, string? deprecationReason = null)
    {
        ValueNode? literal = defaultLiteral is null ? null : DocumentParser.ParseLiteral(defaultLiteral);
        return Field(new InputValueBuilder(name, DocumentParser.ParseType(type), description, literal, deprecationReason));
    }

    internal InputObjectBuilder Field(InputValueBuilder field)
    {
        _fields.Add(field);
        return this;
    }

    internal override NamedType Declare() => Built = new InputObjectType(Name, Description, _isOneOf);

    internal override void Complete(TypeReferences types)
        => ((InputObjectType)Built!).Complete(InputValueBuilder.Build(_fields, types, Name));
}
