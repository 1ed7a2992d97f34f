using System.Collections.Concurrent;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Validation.Limits;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>A document that was parsed and validated once, with the plans of its operations; or why it is refused.</summary>
internal sealed class PreparedDocument
{
    private const int MostCachedConditions = 6;
    private const int FixedBytes = 2048;
    private const int BytesPerDocumentByte = 24;
    private const int BytesPerPlannedField = 512;

    private readonly ConcurrentDictionary<(int Operation, int Conditions, bool IsIncremental), OperationPlan> _plans = new();
    private readonly string[] _conditionVariables;

    public PreparedDocument(GraphQLSchema schema, DocumentNode document, FragmentExpansion expansion)
    {
        Schema = schema;
        Source = document.Source;
        Operations = [.. document.Definitions.OfType<OperationNode>()];
        foreach (FragmentNode fragment in document.Definitions.OfType<FragmentNode>())
        {
            Fragments.TryAdd(fragment.Name.Value, fragment);
        }

        _conditionVariables = ConditionVariables.Of(document);
        MayBeIncremental = schema.Directive(BuiltIns.Defer.Name) is not null && IncrementalUse.In(document);
        Bytes = FixedBytes + ((long)Source.Utf8.Length * BytesPerDocumentByte) + (PlanBytes(expansion) * KeptPlans);
    }

    public PreparedDocument(GraphQLSchema schema, SourceText source, IReadOnlyList<GraphQLError> refusals)
    {
        Schema = schema;
        Source = source;
        Refusals = refusals;
        Bytes = FixedBytes + ((long)source.Utf8.Length * BytesPerDocumentByte);
        Operations = [];
        _conditionVariables = [];
    }

    public GraphQLSchema Schema { get; }

    public SourceText Source { get; }

    public OperationNode[] Operations { get; }

    public Dictionary<string, FragmentNode> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>Why the document is refused; empty for a valid one.</summary>
    public IReadOnlyList<GraphQLError> Refusals { get; } = [];

    /// <summary>What it takes in memory with all plans that may come to be kept, estimated: fragments make large plans of small documents.</summary>
    public long Bytes { get; }

    /// <summary>Whether the document says <c>@defer</c> or <c>@stream</c>, and the schema has them.</summary>
    public bool MayBeIncremental { get; }

    /// <summary>The plan of an operation for these variables.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="isIncremental">Whether the answer may come in parts.</param>
    public OperationPlan PlanFor(OperationNode operation, VariableValues variables, bool isIncremental)
    {
        isIncremental &= MayBeIncremental;
        if (_conditionVariables.Length > MostCachedConditions)
        {
            return new OperationPlan(this, operation, variables, isIncremental);
        }

        int conditions = 0;
        for (int bit = 0; bit < _conditionVariables.Length; bit++)
        {
            conditions |= variables.IsTrue(_conditionVariables[bit]) ? 1 << bit : 0;
        }

        return _plans.TryGetValue((operation.Start, conditions, isIncremental), out OperationPlan? plan)
            ? plan
            : _plans.GetOrAdd((operation.Start, conditions, isIncremental), new OperationPlan(this, operation, ConditionsOf(variables), isIncremental));
    }

    private long KeptPlans => _conditionVariables.Length > MostCachedConditions ? 0 : (1L << _conditionVariables.Length) * (MayBeIncremental ? 2 : 1);

    private long PlanBytes(FragmentExpansion expansion)
    {
        if (Fragments.Count == 0)
        {
            return (long)Source.Utf8.Length * BytesPerDocumentByte;
        }

        return Operations.Sum(operation => expansion.Measure(operation.SelectionSet).Fields) * BytesPerPlannedField;
    }

    private VariableValues ConditionsOf(VariableValues variables)
        => new(_conditionVariables.ToDictionary(name => name, name => (object?)variables.IsTrue(name), StringComparer.Ordinal));
}
