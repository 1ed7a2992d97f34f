using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>Describes one field of an object type or interface.</summary>
public sealed class FieldBuilder
{
    private readonly string _owner;
    private readonly List<InputValueBuilder> _arguments = [];
    private string? _description;
    private string? _deprecationReason;
    private object? _attachment;
    private double? _weight;
    private ListSizing? _sizing;
    private FieldResolution _resolution = DefaultResolution.Instance;

    internal FieldBuilder(string owner, string name, TypeNode type)
    {
        _owner = owner;
        Name = name;
        Type = type;
    }

    internal string Name { get; }

    internal TypeNode Type { get; }

    /// <summary>Says what the field means, as Markdown.</summary>
    public FieldBuilder Describe(string? description)
    {
        _description = description;
        return this;
    }

    /// <summary>Marks the field as no longer to be used.</summary>
    public FieldBuilder Deprecate(string? reason)
    {
        _deprecationReason = reason;
        return this;
    }

    /// <summary>Keeps a thing of the schema's author for resolvers: <see cref="FieldDefinition.Attachment"/>.</summary>
    public FieldBuilder Attach(object attachment)
    {
        _attachment = attachment;
        return this;
    }

    /// <summary>Adds an argument.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="type">The type as the language writes it, for example <c>[Int!]</c>.</param>
    /// <param name="description">What it means, or null.</param>
    /// <param name="defaultLiteral">The default as the language writes it, for example <c>10</c> or <c>{a: 1}</c>; null for none.</param>
    /// <param name="deprecationReason">Why it should no longer be used, or null.</param>
    /// <exception cref="ArgumentException">The type or the default is not well formed.</exception>
    public FieldBuilder Argument(string name, string type, string? description = null, string? defaultLiteral = null, string? deprecationReason = null)
    {
        ValueNode? literal = defaultLiteral is null ? null : DocumentParser.ParseLiteral(defaultLiteral);
        return Argument(new InputValueBuilder(name, DocumentParser.ParseType(type), description, literal, deprecationReason));
    }

    /// <summary>Computes the value at once. A <see cref="GraphQLError"/> as the result refuses the field.</summary>
    public FieldBuilder Resolve(Func<FieldContext, object?> resolve)
    {
        _resolution = new ImmediateResolution(resolve);
        return this;
    }

    /// <summary>Computes the value asynchronously; the asynchronous fields of one level are started together. A <see cref="GraphQLError"/> as the result refuses the field.</summary>
    public FieldBuilder ResolveAsync(Func<FieldContext, ValueTask<object?>> resolve)
    {
        _resolution = new DeferredResolution(resolve);
        return this;
    }

    /// <summary>Hands the field and everything below it to <paramref name="resolver"/>; fields that share one come to it together.</summary>
    public FieldBuilder ResolveSubtree(ISubtreeResolver resolver)
    {
        _resolution = new SubtreeResolution(resolver);
        return this;
    }

    internal FieldBuilder Cost(double? weight, ListSizing? sizing)
    {
        (_weight, _sizing) = (weight, sizing);
        return this;
    }

    internal void ResolveAs(FieldBuilder other) => (_resolution, _attachment) = (other._resolution, other._attachment);

    internal FieldBuilder Argument(InputValueBuilder argument)
    {
        _arguments.Add(argument);
        return this;
    }

    internal FieldDefinition Build(TypeReferences types)
    {
        string where = $"{_owner}.{Name}";
        InputValue[] arguments = InputValueBuilder.Build(_arguments, types, where);
        return new FieldDefinition(Name, types.Resolve(Type, where), arguments, _description, _deprecationReason, _resolution) { Attachment = _attachment, Weight = _weight, Sizing = _sizing };
    }
}
