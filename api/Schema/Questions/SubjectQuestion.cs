using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>One root field: what is asked of the warehouse, and how the answer is shaped.</summary>
internal sealed record SubjectQuestion(Subtree Subtree, MetricQuery Query, IReadOnlyList<AnswerField> Fields)
{
    /// <summary>Questions of the same key differ in their cuts only and are answered by one statement.</summary>
    internal string Key { get; } = string.Join(
        '\u001f',
        Query.Filters
            .SelectMany(filter => filter.Values.Select(value => value is null ? "\u001e" : $"={value}")
                .Prepend($"{filter.Dimension.Name}\u001d{filter.IsById}\u001d{filter.IsExcluding}"))
            .Prepend($"{Query.Subject.Name}\u001d{Query.Period.From:O}\u001d{Query.Period.To:O}\u001d{Query.AsOf:O}\u001d{Query.History.IsAsWas}\u001d{Query.History.Day:O}\u001d{Query.Scope.Hash}"));

    /// <summary>The outermost cuts, in the order of the response.</summary>
    internal IEnumerable<CutAnswer> Cuts => Fields.OfType<CutAnswer>();
}
