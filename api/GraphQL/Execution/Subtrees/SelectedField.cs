using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Subtrees;

/// <summary>
/// A field as a caller selected it: fragments merged, conditions evaluated, arguments coerced. Immutable. For an operation that declares no
/// variables the tree is built once for its plan, so the same object comes back with every request and can key a cache of what was compiled from it.
/// </summary>
public sealed class SelectedField
{
    private readonly PlannedField _planned;
    private readonly VariableValues _variables;
    private IReadOnlyList<SelectedField>? _fields;

    internal SelectedField(PlannedField planned, Arguments arguments, VariableValues variables)
    {
        _planned = planned;
        _variables = variables;
        Arguments = arguments;
    }

    /// <summary>The key in the response: the alias, or the name.</summary>
    public string ResponseName => _planned.ResponseName;

    /// <summary>The key as <see cref="Responses.ResponseWriter.WriteEncodedName"/> takes it: quoted, with its colon.</summary>
    public ReadOnlySpan<byte> EncodedName => _planned.EncodedName;

    /// <summary>The field's name in the schema.</summary>
    public string Name => Definition.Name;

    /// <summary>The field in the schema.</summary>
    public FieldDefinition Definition => _planned.Definition;

    /// <summary>The concrete type that the field belongs to; its name is the value of a <c>__typename</c> field.</summary>
    public ObjectType ParentType => _planned.ParentType;

    /// <summary>Whether this is <c>__typename</c>.</summary>
    public bool IsTypeName => _planned.IsTypeName;

    /// <summary>The arguments, coerced, defaults filled in.</summary>
    public Arguments Arguments { get; }

    /// <summary>Whether the caller gave the argument; false where its default stands in <see cref="Arguments"/>, or nothing does.</summary>
    public bool Gives(string argument) => _planned.Gives(argument, _variables);

    /// <summary>The selected fields below, in the order of the response; empty for a leaf. Only where the field's type is an object type.</summary>
    /// <exception cref="InvalidOperationException">The type is an interface or union: ask <see cref="FieldsOf"/>.</exception>
    public IReadOnlyList<SelectedField> Fields => _fields ??= Definition.Type.Named switch
    {
        ObjectType type => FieldsOf(type),
        ScalarType or EnumType => [],
        NamedType other => throw new InvalidOperationException($"The fields of {ParentType.Name}.{Name} depend on which type of {other.Name} the value has."),
    };

    /// <summary>The selected fields below for a value of that concrete type.</summary>
    public IReadOnlyList<SelectedField> FieldsOf(ObjectType type)
        => [.. _planned.WholeSelectionFor(type).Fields.Select(field => field.Select(_variables))];

    internal IReadOnlyList<SourceLocation> Locations => _planned.Locations;
}
