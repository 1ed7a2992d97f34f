using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>
/// Estimates what an operation costs before it runs. A field that is asked of something else weighs 10, an object 1, a leaf nothing, unless the schema says otherwise;
/// what a field is given adds to it, and lists multiply what lies below them. Of several types that a value may have, the dearest counts.
/// </summary>
internal sealed class CostAnalysis(GraphQLSchema schema, EngineOptions options, VariableValues variables)
{
    private const double WeightOfResolver = 10;
    private const int MostVisits = 20_000;

    private int _visits;

    /// <summary>Whether the cost depends on arguments or on data, so that it holds for this request alone.</summary>
    public bool IsOfThisRequest { get; private set; }

    public OperationCost Of(OperationPlan plan)
    {
        (double fields, double types) = (0, 1);
        foreach (PlannedField planned in plan.Root.Fields)
        {
            SelectedField root = planned.Select(variables);
            (double below, double objects) = Of(root, root, around: 1, sized: null);
            (fields, types) = (fields + below, types + objects);
        }

        return _visits > MostVisits ? new OperationCost(long.MaxValue, long.MaxValue) : new OperationCost(Whole(fields), Whole(types));
    }

    private (double Fields, double Types) Of(SelectedField field, SelectedField root, double around, double? sized)
    {
        bool isLeaf = field.Definition.Type.Named is ScalarType or EnumType;
        IsOfThisRequest |= field.Definition.Arguments.Count > 0 && InputWeight.MayWeigh(field.Definition);
        double work = around * Math.Max(0, (field.Definition.Weight ?? Usual(field.Definition.Resolution, isLeaf)) + InputWeight.OfArguments(field));
        if (isLeaf || field.Name.StartsWith("__", StringComparison.Ordinal) || ++_visits > MostVisits)
        {
            return (work, 0);
        }

        bool isList = field.Definition.Type.Nullable is ListType;
        double objects = isList ? sized ?? LengthOf(field, root, around) : around;
        double? page = field.Definition.Sizing is { SizedFields.Count: > 0 } ? LengthOf(field, root, around) : null;
        (double fields, double types) = (0, 0);
        foreach (ObjectType type in schema.PossibleTypes(field.Definition.Type.Named))
        {
            (double ofFields, double ofTypes) = Below(field, type, root, objects, page);
            (fields, types) = (Math.Max(fields, ofFields), Math.Max(types, ofTypes));
        }

        return (work + fields, objects + types);
    }

    private (double Fields, double Types) Below(SelectedField field, ObjectType type, SelectedField root, double objects, double? page)
    {
        (double fields, double types) = (0, 0);
        foreach (SelectedField inner in field.FieldsOf(type))
        {
            double? sized = page is not null && field.Definition.Sizing!.SizedFields.Contains(inner.Name) ? page : null;
            (double below, double objectsBelow) = Of(inner, root, objects, sized);
            (fields, types) = (fields + below, types + objectsBelow);
        }

        return (fields, types);
    }

    private double LengthOf(SelectedField field, SelectedField root, double around)
    {
        if (options.ListLength is { } estimate && estimate(new CostedList(field, root, around)) is { } length)
        {
            IsOfThisRequest = true;
            return Math.Max(0, length);
        }

        if (field.Definition.Sizing is not { } sizing)
        {
            return around;
        }

        IsOfThisRequest |= sizing.SlicingArguments.Count > 0;
        int[] given = [.. sizing.SlicingArguments.Select(name => field.Arguments.Values.GetValueOrDefault(name)).OfType<int>()];
        return around * Math.Max(0, given.Length > 0 ? given.Max() : sizing.Assumed ?? 1);
    }

    private static double Usual(FieldResolution resolution, bool isLeaf) => resolution is DeferredResolution or SubtreeResolution ? WeightOfResolver : isLeaf ? 0 : 1;

    private static long Whole(double cost) => cost >= long.MaxValue ? long.MaxValue : (long)Math.Ceiling(cost);
}
