using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Reads the argument <c>where</c> of subjects, explanations and rows.</summary>
internal static class FilterReader
{
    internal static IReadOnlyList<MemberFilter> Read(Subject subject, Dictionary<string, object?>? where)
    {
        List<MemberFilter> filters = [];
        foreach (Dimension dimension in subject.Dimensions)
        {
            string name = SchemaNames.Camel(dimension.Name);
            Add(filters, dimension, isById: false, where?.GetValueOrDefault(name));
            Add(filters, dimension, isById: true, where?.GetValueOrDefault($"{name}Id"));
        }

        return filters;
    }

    /// <summary>The filter of a condition that names its dimension.</summary>
    internal static MemberFilter Of(SemanticModel model, Dictionary<string, object?> condition)
    {
        Dimension dimension = model.Dimensions.Single(known => SchemaNames.Constant(known.Name) == (string)condition["dimension"]!);
        bool isById = condition.GetValueOrDefault("byId") is true && dimension.Member?.Id is not null;
        return new MemberFilter(dimension, isById, false, [.. ((object?[])condition["in"]!).Cast<string?>()]);
    }

    private static void Add(List<MemberFilter> filters, Dimension dimension, bool isById, object? conditions)
    {
        foreach ((string test, object? value) in conditions as Dictionary<string, object?> ?? [])
        {
            IReadOnlyList<string?> values = test is "in" or "notIn" ? [.. (value as object?[] ?? []).Cast<string?>()] : [(string?)value];
            filters.Add(new MemberFilter(dimension, isById, test is "ne" or "notIn", values));
        }
    }
}
