using ProdSales.GraphQL.Validation.Directives;
using ProdSales.GraphQL.Validation.Fields;
using ProdSales.GraphQL.Validation.Fragments;
using ProdSales.GraphQL.Validation.Limits;
using ProdSales.GraphQL.Validation.Merging;
using ProdSales.GraphQL.Validation.Operations;
using ProdSales.GraphQL.Validation.Values;
using ProdSales.GraphQL.Validation.Variables;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation;

/// <summary>The rules by the names of the reference implementation, without its suffix <c>Rule</c>.</summary>
internal static class RuleSet
{
    /// <summary>The engine's limits; they run alone first, so that the rules below only see documents of a bearable size.</summary>
    public static IReadOnlyList<Action<Visits>> OfLimits { get; } =
        [LimitRules.Definitions, LimitRules.Expansion, LimitRules.Aliases, LimitRules.Directives, PartRules.Count];

    /// <summary>The rules of the specification, in the order in which their errors are given.</summary>
    public static IReadOnlyDictionary<string, Action<Visits>> OfSpecification { get; } =
        new OrderedDictionary<string, Action<Visits>>(StringComparer.Ordinal)
        {
            ["ExecutableDefinitions"] = OperationRules.ExecutableDefinitions,
            ["KnownOperationTypes"] = OperationRules.KnownOperationTypes,
            ["UniqueOperationNames"] = OperationRules.UniqueOperationNames,
            ["LoneAnonymousOperation"] = OperationRules.LoneAnonymousOperation,
            ["SingleFieldSubscriptions"] = OperationRules.SingleFieldSubscriptions,
            ["KnownTypeNames"] = FragmentRules.KnownTypeNames,
            ["FragmentsOnCompositeTypes"] = FragmentRules.FragmentsOnCompositeTypes,
            ["VariablesAreInputTypes"] = VariableRules.VariablesAreInputTypes,
            ["ScalarLeafs"] = FieldRules.ScalarLeafs,
            ["FieldsOnCorrectType"] = FieldRules.FieldsOnCorrectType,
            ["UniqueFragmentNames"] = FragmentRules.UniqueFragmentNames,
            ["KnownFragmentNames"] = FragmentRules.KnownFragmentNames,
            ["NoUnusedFragments"] = FragmentRules.NoUnusedFragments,
            ["PossibleFragmentSpreads"] = FragmentRules.PossibleFragmentSpreads,
            ["NoFragmentCycles"] = FragmentCycles.NoFragmentCycles,
            ["UniqueVariableNames"] = VariableRules.UniqueVariableNames,
            ["NoUndefinedVariables"] = VariableRules.NoUndefinedVariables,
            ["NoUnusedVariables"] = VariableRules.NoUnusedVariables,
            ["KnownDirectives"] = DirectiveRules.KnownDirectives,
            ["UniqueDirectivesPerLocation"] = DirectiveRules.UniqueDirectivesPerLocation,
            ["KnownArgumentNames"] = ArgumentRules.KnownArgumentNames,
            ["UniqueArgumentNames"] = ArgumentRules.UniqueArgumentNames,
            ["ValuesOfCorrectType"] = ValueRules.ValuesOfCorrectType,
            ["ProvidedRequiredArguments"] = ArgumentRules.ProvidedRequiredArguments,
            ["VariablesInAllowedPosition"] = VariableRules.VariablesInAllowedPosition,
            ["OverlappingFieldsCanBeMerged"] = MergingRules.OverlappingFieldsCanBeMerged,
            ["UniqueInputFieldNames"] = ValueRules.UniqueInputFieldNames,
            ["NoSchemaIntrospectionCustom"] = IntrospectionRules.NoIntrospection,
            ["DeferStreamDirectiveLabel"] = PartRules.DeferStreamDirectiveLabel,
            ["DeferStreamDirectiveOnRootField"] = PartRules.DeferStreamDirectiveOnRootField,
            ["DeferStreamDirectiveOnValidOperations"] = PartRules.DeferStreamDirectiveOnValidOperations,
            ["StreamDirectiveOnListField"] = PartRules.StreamDirectiveOnListField,
            ["MaxIntrospectionDepth"] = IntrospectionRules.MaxIntrospectionDepth,
        };
}
