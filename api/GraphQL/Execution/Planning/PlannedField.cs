using System.Collections.Concurrent;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>A field of a plan: what the document says about it, worked out once for all requests.</summary>
internal sealed class PlannedField
{
    private readonly OperationPlan _plan;
    private readonly FieldNode[] _nodes;
    private readonly FieldUse[] _uses;
    private readonly DeferUsage[] _part;
    private readonly Arguments? _constantArguments;
    private SelectionPlan? _first;

    // Only values of interfaces and unions are of several types.
    private ConcurrentDictionary<ObjectType, SelectionPlan>? _others;
    private SelectedField? _constantSelection;
    private bool? _mayDefer;

    public PlannedField(OperationPlan plan, ObjectType parentType, FieldDefinition definition, FieldUse[] uses, DeferUsage[] part)
    {
        _plan = plan;
        _uses = uses;
        _part = part;
        FieldNode[] nodes = Array.ConvertAll(uses, use => use.Node);
        _nodes = nodes;
        ParentType = parentType;
        Definition = definition;
        ResponseName = nodes[0].ResponseName;
        EncodedName = ResponseWriter.EncodeName(ResponseName);
        LeafType = definition.Type.Nullable is ScalarType or EnumType ? (NamedType)definition.Type.Nullable : null;
        ImmediateLeaf = LeafType is not null ? definition.Resolution as ImmediateResolution : null;
        bool isConstant = !nodes[0].Arguments.Any(argument => VariableUse.In(argument.Value));
        _constantArguments = isConstant ? Coerce(VariableValues.None).Arguments : null;
    }

    public ObjectType ParentType { get; }

    public FieldDefinition Definition { get; }

    public string ResponseName { get; }

    public byte[] EncodedName { get; }

    /// <summary>Where the document selects it; worked out when asked for, since only errors tell it.</summary>
    public IReadOnlyList<SourceLocation> Locations => _plan.Source.LocationsOf(_nodes.Select(node => node.Start));

    /// <summary>The type of the value where it is one scalar or enum value; null for other fields.</summary>
    public NamedType? LeafType { get; }

    /// <summary>How the value comes when it is one scalar or enum value and needs no waiting; null for other fields.</summary>
    public ImmediateResolution? ImmediateLeaf { get; }

    public bool IsTypeName => ReferenceEquals(Definition, IntrospectionFields.TypeName);

    /// <summary>The fields below for a value of that type; the same object each time.</summary>
    public SelectionPlan SelectionFor(ObjectType type)
    {
        SelectionPlan first = _first ?? Interlocked.CompareExchange(ref _first, Collect(type), null) ?? _first!;
        if (ReferenceEquals(first.Type, type))
        {
            return first;
        }

        ConcurrentDictionary<ObjectType, SelectionPlan> others = _others ?? Interlocked.CompareExchange(ref _others, new(), null) ?? _others!;
        return others.GetOrAdd(type, static (key, field) => field.Collect(key), this);
    }

    /// <summary>All fields below for a value of that type, those that are sent later among them: for whoever looks ahead.</summary>
    public SelectionPlan WholeSelectionFor(ObjectType type)
        => _plan.IsIncremental ? _plan.Collect(type, _nodes.Select(node => node.SelectionSet!)) : SelectionFor(type);

    /// <summary>Whether the objects of the field may have fields that are resolved asynchronously, so that a list of them is worth starting together.</summary>
    public bool MayDefer(GraphQLSchema schema)
        => _mayDefer ??= schema.PossibleTypes(Definition.Type.Named).Any(possible => SelectionFor(possible).HasDeferred);

    /// <summary>The field's <c>@stream</c>; neither result where there is none, or where the answer is given at once.</summary>
    public (StreamUse? Use, GraphQLError? Error) StreamFor(VariableValues variables)
        => _plan.IsIncremental ? StreamUse.Of(_nodes[0], variables, _plan.Source) : (null, null);

    public (Arguments? Arguments, GraphQLError? Error) ArgumentsFor(VariableValues variables)
        => _constantArguments is not null ? (_constantArguments, null) : Coerce(variables);

    /// <summary>Whether the document gives the argument, so that its default does not count.</summary>
    public bool Gives(string argument, VariableValues variables)
        => Array.Find(_nodes[0].Arguments, given => given.Name.Value == argument)?.Value is { } literal && (literal is not VariableNode variable || variables.TryGet(variable.Name, out _));

    /// <summary>The field as resolvers see it; its arguments must have been found to fit.</summary>
    public SelectedField Select(VariableValues variables, Arguments? arguments = null)
    {
        if (!_plan.HasVariables && _constantSelection is not null)
        {
            return _constantSelection;
        }

        SelectedField selected = new(this, arguments ?? ArgumentsFor(variables).Arguments ?? Arguments.None, variables);
        return _plan.HasVariables ? selected : Interlocked.CompareExchange(ref _constantSelection, selected, null) ?? selected;
    }

    private SelectionPlan Collect(ObjectType type) => _plan.Collect(type, _uses.Select(use => (use.Node.SelectionSet!, use.Usage)), _part);

    private (Arguments? Arguments, GraphQLError? Error) Coerce(VariableValues variables)
        => ArgumentCoercion.Coerce(Definition.Arguments, _nodes[0].Arguments, variables, _plan.Source, _nodes[0].Start);
}
