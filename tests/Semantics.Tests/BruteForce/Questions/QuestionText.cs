using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>A question as people would write it down.</summary>
internal static class QuestionText
{
    internal static string Of(MetricQuery query) => string.Create(CultureInfo.InvariantCulture, $"""
        {query.Subject.Name} from {query.Period.From:yyyy-MM-dd} to {query.Period.To:yyyy-MM-dd}, asked on {query.AsOf:yyyy-MM-dd}{(query.History.IsAsWas ? "" : query.History.Day is { } day ? $", as of {day:yyyy-MM-dd}" : ", as is")}{string.Concat(query.Filters.Select(Of))}{string.Concat(query.Unconnected.Select(source => $", without {source}"))}
        {string.Join('\n', query.Cuts.Select(cut => Of(cut, "  ")))}
        """);

    private static string Of(MemberFilter filter) =>
        $", {filter.Dimension.Name}{(filter.IsById ? "_id" : "")} {(filter.IsExcluding ? "not in" : "in")} ({string.Join(", ", filter.Values.Select(value => value ?? "unknown"))})";

    private static string Of(NameCondition condition) =>
        $" whose {(condition.IsById ? "id" : "name")} is {(condition.IsExcluding ? "not in" : "in")} ({string.Join(", ", condition.Values.Select(value => value ?? "unknown"))})";

    private static string Of(ValueCondition condition) => string.Create(
        CultureInfo.InvariantCulture, $" whose {(condition.IsChange ? "change from " : "")}{condition.Asked.Column} is {condition.Test} ({string.Join(", ", condition.Values.Select(value => value ?? "nothing"))})");

    private static string Of(CutRequest cut, string indent)
    {
        string key = cut.Dimension?.Name ?? cut.Grain?.ToString().ToLowerInvariant() ?? "whole";
        string order = cut.Order is { } by ? $" by {(by.IsChange ? "change from " : "")}{by.Comparison?.Prefix}{by.Measure?.Name ?? "name"}{(by.IsDescending ? " descending" : "")}" : "";
        key += cut.EveryStep ? ", every step" : "";
        string where = string.Concat(cut.Names.Select(Of)) + string.Concat(cut.Values.Select(Of));
        string first = cut.First is { } count ? $" first {count}" : "";
        string inner = string.Concat(cut.Cuts.Select(below => $"\n{Of(below, indent + "  ")}"));
        return $"{indent}{key}{where}{order}{first}: {string.Join(", ", cut.Fields.Select(field => field.Column).Concat(cut.Measures.Select(request => request.Column)))}{inner}";
    }
}
