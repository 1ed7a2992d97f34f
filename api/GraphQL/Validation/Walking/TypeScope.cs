using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>The types at one place of a document; null wherever the document does not fit the schema.</summary>
internal sealed class TypeScope(GraphQLSchema schema)
{
    private readonly Stack<GraphType?> _types = new();
    private readonly Stack<NamedType?> _parents = new();
    private readonly Stack<FieldDefinition?> _fields = new();
    private readonly Stack<(GraphType? Type, bool HasDefault)> _inputs = new();

    /// <summary>The type of the current field, fragment or operation.</summary>
    public GraphType? Type => _types.TryPeek(out GraphType? type) ? type : null;

    /// <summary>The object type, interface or union whose selection is read.</summary>
    public NamedType? Parent => _parents.TryPeek(out NamedType? type) ? type : null;

    public FieldDefinition? Field => _fields.TryPeek(out FieldDefinition? found) ? found : null;

    /// <summary>The directive whose arguments are read.</summary>
    public DirectiveDefinition? Directive { get; set; }

    /// <summary>The argument that is read.</summary>
    public InputValue? Argument { get; private set; }

    /// <summary>The type that the current value must have.</summary>
    public GraphType? Input => _inputs.TryPeek(out (GraphType? Type, bool HasDefault) input) ? input.Type : null;

    /// <summary>The type of the list or object around the current value.</summary>
    public GraphType? ParentInput => _inputs.Skip(1).Select(input => input.Type).FirstOrDefault();

    /// <summary>Whether the current argument or input field has a default.</summary>
    public bool HasDefault => _inputs.TryPeek(out (GraphType? Type, bool HasDefault) input) && input.HasDefault;

    public void EnterDefinition(GraphType? type) => _types.Push(type is { IsOutput: true } ? type : null);

    public void EnterSelection() => _parents.Push(Type?.Named is { } named and (FieldsType or UnionType) ? named : null);

    public void LeaveSelection() => _parents.Pop();

    public void EnterField(FieldNode node)
    {
        FieldDefinition? field = Parent is null ? null : IntrospectionFields.Find(schema, Parent, node.Name.Value);
        _fields.Push(field);
        _types.Push(field?.Type);
    }

    public void LeaveField()
    {
        _fields.Pop();
        _types.Pop();
    }

    public void LeaveDefinition() => _types.Pop();

    public void EnterInput(GraphType? type, bool hasDefault = false) => _inputs.Push((type is { IsInput: true } ? type : null, hasDefault));

    public void LeaveInput() => _inputs.Pop();

    public void EnterArgument(ArgumentNode node)
    {
        Argument = Directive is not null ? Directive.Argument(node.Name.Value) : Field?.Argument(node.Name.Value);
        EnterInput(Argument?.Type, Argument?.DefaultLiteral is not null);
    }

    public void LeaveArgument()
    {
        Argument = null;
        LeaveInput();
    }

    public void EnterItem() => EnterInput(Input?.Nullable is ListType list ? list.Item : Input);

    public void EnterInputField(ObjectFieldNode node)
    {
        InputValue? field = (Input?.Named as InputObjectType)?.Field(node.Name.Value);
        EnterInput(field?.Type, field?.DefaultLiteral is not null);
    }
}
