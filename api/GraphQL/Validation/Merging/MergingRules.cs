using System.Runtime.CompilerServices;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>Fields of one response name must be mergeable (chapter 5.3.2 of the specification).</summary>
internal static class MergingRules
{
    public static void OverlappingFieldsCanBeMerged(Visits visits)
    {
        RuleMemory<StrongBox<ConflictExplanation?>> explanation = visits.Remember(_ => new StrongBox<ConflictExplanation?>());
        visits.Enter<DocumentNode>((context, _) =>
        {
            bool? hasConflict = new MergeCheck(context).HasConflict();
            explanation.Of(context).Value = hasConflict == true ? new ConflictExplanation(context) : null;
            if (hasConflict is null)
            {
                context.Exceed($"Document needs more than {context.Options.Limits.FieldComparisons} comparisons of fields.");
            }
        });
        visits.Enter<SelectionSetNode>((context, set) => explanation.Of(context).Value?.Explain(new SelectionScope(context.Scope.Parent, set)));
    }
}
