namespace ProdSales.Semantics;

/// <summary>Writes the sums that a bridge is worked out from: one row for each leaf, both sides beside each other.</summary>
internal static class BridgeSql
{
    internal static SqlStatement Of(ExplanationRequest request, BridgeRule rule, Dimension leaf)
    {
        Fact fact = request.Measure.Formula.Aggregates().First().Fact;
        SqlParameters parameters = new();
        ScanJoins joins = SideSql.JoinsOf(fact);
        (string isNow, string within) = SideSql.Of(request, fact, joins, parameters);
        string key = joins.KeyOf(new CutKey(leaf, null));
        string[] conditions =
        [
            within, $"f.{rule.Net} IS NOT NULL", $"f.{rule.Cost} IS NOT NULL",
            .. fact.Condition is { } condition ? [condition.Under("f")] : (string[])[],
            .. ScopeSql.Conditions(request.Scope, fact, parameters),
            .. request.Filters.Select(filter => FilterSql.Of(filter, joins, parameters)),
        ];
        string inner = string.Join(
            '\n',
            [
                $"SELECT {key} AS leaf, {isNow} AS is_now, coalesce(f.{rule.Quantity}, 0) AS q, {ListOf(rule)} AS l, f.{rule.Net} AS n, f.{rule.Cost} AS c",
                $"FROM {fact.Relation} AS f", .. joins.Lines, $"WHERE {string.Join("\n  AND ", conditions)}",
            ]);
        string sums = string.Join(
            ", ",
            ((string[])["q", "l", "n", "c"]).SelectMany(column => (string[])[Sum(column, "NOT is_now", 0), Sum(column, "is_now", 1)]));
        return new SqlStatement(
            $"SELECT {sums}\nFROM (\n{CutSql.Indented(inner)}\n) AS r\nGROUP BY leaf\nORDER BY leaf",
            parameters.Values,
            ["q0", "q1", "l0", "l1", "n0", "n1", "c0", "c1"]);
    }

    private static string ListOf(BridgeRule rule) =>
        $"coalesce(f.{rule.List}, {(rule.Discount is { } discount ? $"f.{rule.Net} + f.{discount}, " : "")}f.{rule.Net})";

    private static string Sum(string column, string side, int number) => $"CAST(coalesce(sum(CASE WHEN {side} THEN {column} END), 0) AS DECIMAL(38, 6)) AS {column}{number}";
}
