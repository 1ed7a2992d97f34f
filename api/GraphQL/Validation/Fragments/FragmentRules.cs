using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Checks;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Fragments;

/// <summary>The rules about fragments (chapter 5.5 of the specification); cycles have a file of their own.</summary>
internal static class FragmentRules
{
    public static void KnownTypeNames(Visits visits) => visits.Enter<NamedTypeNode>((context, type) =>
    {
        if (context.Schema.Type(type.Name) is null)
        {
            string hint = context.Hint(null, type.Name, () => context.Schema.Types.Select(known => known.Name));
            context.Report($"Unknown type \"{type.Name}\".{hint}", type.Start);
        }
    });

    public static void FragmentsOnCompositeTypes(Visits visits)
    {
        visits.Enter<InlineFragmentNode>((context, inline) =>
        {
            if (inline.TypeCondition is { } condition && context.Schema.Type(condition.Name) is { } type and not (FieldsType or UnionType))
            {
                context.Report($"Fragment cannot condition on non composite type \"{type}\".", condition.Start);
            }
        });
        visits.Enter<FragmentNode>((context, fragment) =>
        {
            if (context.Schema.Type(fragment.TypeCondition.Name) is { } type and not (FieldsType or UnionType))
            {
                context.Report($"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{type}\".", fragment.TypeCondition.Start);
            }
        });
    }

    public static void UniqueFragmentNames(Visits visits)
    {
        RuleMemory<Dictionary<string, Name>> known = visits.Remember(_ => new Dictionary<string, Name>(StringComparer.Ordinal));
        visits.Enter<FragmentNode>((context, fragment) =>
        {
            if (!known.Of(context).TryAdd(fragment.Name.Value, fragment.Name))
            {
                context.Report($"There can be only one fragment named \"{fragment.Name}\".", known.Of(context)[fragment.Name.Value].Start, fragment.Name.Start);
            }
        });
    }

    public static void KnownFragmentNames(Visits visits) => visits.Enter<FragmentSpreadNode>((context, spread) =>
    {
        if (context.Fragment(spread.Name.Value) is null)
        {
            context.Report($"Unknown fragment \"{spread.Name}\".", spread.Name.Start);
        }
    });

    public static void NoUnusedFragments(Visits visits) => visits.Leave<DocumentNode>((context, document) =>
    {
        HashSet<string> used = document.Definitions.OfType<OperationNode>()
            .SelectMany(context.Reach.Fragments)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (FragmentNode fragment in document.Definitions.OfType<FragmentNode>().Where(fragment => !used.Contains(fragment.Name.Value)))
        {
            context.Report($"Fragment \"{fragment.Name}\" is never used.", fragment.Start);
        }
    });

    public static void PossibleFragmentSpreads(Visits visits)
    {
        visits.Enter<InlineFragmentNode>((context, inline) =>
        {
            if (context.Scope is { Type: NamedType type, Parent: { } parent } && CanNever(context, type, parent))
            {
                context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", inline.Start);
            }
        });
        visits.Enter<FragmentSpreadNode>((context, spread) =>
        {
            NamedType? type = context.Fragment(spread.Name.Value) is { } fragment ? context.Schema.Type(fragment.TypeCondition.Name) : null;
            if (type is not null && context.Scope.Parent is { } parent && CanNever(context, type, parent))
            {
                context.Report($"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread.Start);
            }
        });
    }

    private static bool CanNever(ValidationContext context, NamedType type, NamedType parent)
        => type is FieldsType or UnionType && !TypeRelations.Overlap(context.Schema, type, parent);
}
