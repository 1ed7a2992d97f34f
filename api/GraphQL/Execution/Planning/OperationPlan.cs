using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>
/// One operation of a validated document, for one combination of the variables in its conditions, answered at once or in parts.
/// Selections are collected as they are first reached. Safe for any number of threads.
/// </summary>
internal sealed class OperationPlan
{
    private readonly PreparedDocument _document;
    private readonly VariableValues _conditions;
    private StrongBox<OperationCost>? _cost;

    public OperationPlan(PreparedDocument document, OperationNode operation, VariableValues conditions, bool isIncremental)
    {
        _document = document;
        _conditions = conditions;
        Operation = operation;
        IsIncremental = isIncremental;
        ObjectType root = RootType(document.Schema, operation.Kind)!;
        Root = Collect(root, [(operation.SelectionSet, null)], []);
    }

    public OperationNode Operation { get; }

    public SelectionPlan Root { get; }

    /// <summary>Whether <c>@defer</c> and <c>@stream</c> count.</summary>
    public bool IsIncremental { get; }

    public SourceText Source => _document.Source;

    /// <summary>What it costs; null while it is unknown, or different for each request.</summary>
    public OperationCost? Cost
    {
        get => Volatile.Read(ref _cost)?.Value;
        set => Volatile.Write(ref _cost, value is null ? null : new StrongBox<OperationCost>(value.Value));
    }

    public bool HasVariables => Operation.Variables.Length > 0;

    public static ObjectType? RootType(GraphQLSchema schema, OperationKind kind) => kind switch
    {
        OperationKind.Query => schema.Query,
        OperationKind.Mutation => schema.Mutation,
        _ => schema.Subscription,
    };

    /// <summary>The fields of selections on a value of that type, all together.</summary>
    public SelectionPlan Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        FieldCollection collection = new(_document, type, _conditions, mayDefer: false);
        foreach (SelectionSetNode set in sets)
        {
            collection.Add(set, null);
        }

        return new SelectionPlan(type, Planned(type, collection.Fields.Values, []));
    }

    /// <summary>The fields of selections on a value of that type; those of another part of the answer than <paramref name="part"/> apart.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="sets">The selections, each with the innermost <c>@defer</c> around it.</param>
    /// <param name="part">The <c>@defer</c>s of the part that is planned; none for the first part.</param>
    public SelectionPlan Collect(ObjectType type, IEnumerable<(SelectionSetNode Set, DeferUsage? Usage)> sets, DeferUsage[] part)
    {
        FieldCollection collection = new(_document, type, _conditions, mayDefer: IsIncremental);
        foreach ((SelectionSetNode set, DeferUsage? usage) in sets)
        {
            collection.Add(set, usage);
        }

        List<(DeferUsage[] Usages, List<List<FieldUse>> Fields)> parts = [(part, [])];
        foreach (List<FieldUse> uses in collection.Fields.Values)
        {
            DeferUsage[] usages = PartOf(uses);
            int found = parts.FindIndex(known => known.Usages.Length == usages.Length && Array.TrueForAll(known.Usages, usage => usages.Contains(usage)));
            if (found < 0)
            {
                found = parts.Count;
                parts.Add((usages, []));
            }

            parts[found].Fields.Add(uses);
        }

        return new SelectionPlan(type, Planned(type, parts[0].Fields, part))
        {
            NewUsages = [.. collection.NewUsages],
            Deferred = [.. parts.Skip(1).Select(later => new DeferredSelection(later.Usages, new SelectionPlan(type, Planned(type, later.Fields, later.Usages))))],
        };
    }

    /// <summary>The <c>@defer</c>s with whose parts a field is sent: none when it stands outside all of them once; not those within another of them.</summary>
    private static DeferUsage[] PartOf(List<FieldUse> uses)
    {
        if (uses.Exists(use => use.Usage is null))
        {
            return [];
        }

        DeferUsage[] all = [.. uses.Select(use => use.Usage!).Distinct()];
        return Array.FindAll(all, usage => !Array.Exists(all, usage.IsWithin));
    }

    private PlannedField[] Planned(ObjectType type, IEnumerable<List<FieldUse>> fields, DeferUsage[] part)
        => [.. fields
            .Select(uses => (Definition: IntrospectionFields.Find(_document.Schema, type, uses[0].Node.Name.Value), Uses: uses))
            .Where(field => field.Definition is not null)
            .Select(field => new PlannedField(this, type, field.Definition!, [.. field.Uses], part))];
}
