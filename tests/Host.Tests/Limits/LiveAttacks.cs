namespace ProdSales.Host.Tests.Limits;

/// <summary>What is tried against each row of <c>docs/attacks.md</c>, by the number of the row; rows that need a server of their own are not here.</summary>
internal static class LiveAttacks
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }";

    internal static IReadOnlyDictionary<int, LiveAttack[]> ByRow { get; } = new Dictionary<int, LiveAttack[]>
    {
        [1] =
        [
            .. new (string Start, string Unit, string End)[] { ("", "{a", ""), ("{a(x:", "[", ")}"), ("{a(x:", "{b:", ")}"), ("query($v:", "[", "Int){a}") }
                .SelectMany(kind => new[] { 200, 2_000, 40_000 }.Select(times => LiveAttack.Of($"{kind.Start}{Times(kind.Unit, times)}{kind.End}"))),
            LiveAttack.Of(Times("{a", 400_000)),
            LiveAttack.Of("{currency}") with { Header = ("Content-Encoding", "gzip") },
        ],
        [2] = [LiveAttack.Of(Times(",", 1_000_000)), LiveAttack.Of(Times("#\n", 500_000)), LiveAttack.Of(Times(" ", 1_000_000)), LiveAttack.Of($"{{{Times("a ", 10_000)}}}")],
        [3] = [LiveAttack.Of($"{{{Many(31, at => $"a{at}: currency ")}}}"), LiveAttack.Of($"{{{Many(10_000, at => $"a{at}: currency ")}}}"), LiveAttack.Of($"{{{Many(5, part => $"p{part}: measures {{ {Many(25, at => $"a{at}: name ")} }} ")}}}")],
        [4] = [LiveAttack.Of($"{{{Times("currency ", 500)}}}"), LiveAttack.Of($"{{{Times("currency ", 6_000)}}}")],
        [5] =
        [
            LiveAttack.Of($"{{{Times("... on Query { ", 20)}currency{Times(" }", 20)}}}"),
            LiveAttack.Of($"{{{Many(90, at => $"...f{at} ")}}} {Many(90, at => $"fragment f{at} on Query {{ x: measures(subject: \"s{at}\") {{ name }} }} ")}"),
        ],
        [6] =
        [
            LiveAttack.Of($"{{...f0}} {Many(50, at => $"fragment f{at} on Query {{ ...f{(at + 1) % 50} }} ")}"),
            LiveAttack.Of($"{{...f0}} {Many(60, at => $"fragment f{at} on Query {{ ...f{at + 1} ...f{at + 1} }} ")}fragment f60 on Query {{ currency }}"),
        ],
        [7] =
        [
            LiveAttack.Of($"{{...f0}} {Many(5_000, at => $"fragment f{at} on Query {{ a }} ")}"),
            LiveAttack.Of($"{{currency}} {Many(90, _ => "fragment f on Query { currency } ")}"),
            LiveAttack.Of(Many(21, at => $"query q{at} {{ currency }} ")),
            LiveAttack.Of($"query({Many(101, at => $"$v{at}: Int ")}) {{ currency }}"),
        ],
        [8] = [LiveAttack.Of($"{{currency {Times("@include(if: true) ", 5)}}}"), LiveAttack.Of($"{{currency {Times("@aa ", 10_000)}}}")],
        [9] = [LiveAttack.Of($"{{__schema {{ types {{ name {Times("fields { type { ", 5)}name{Times(" } }", 5)} }} }} }}")],
        [10] =
        [
            LiveAttack.Of($"{{a(x: {Times("9", 100_000)})}}"), LiveAttack.Of("{a(x: 1e400)}"), LiveAttack.Of($"{{ sales({Span}) {{ byRegion(first: 2147483648) {{ region }} }} }}"),
            LiveAttack.Of($"{{a(x: \"{Times("s", 70_000)}\")}}"), LiveAttack.Of($"{{ sales({Span}, where: {{ region: {{ eq: \"\\u0000\" }} }}) {{ total {{ revenue }} }} }}"),
        ],
        [11] =
        [
            new LiveAttack(HttpMethod.Post, $"{{\"query\":\"{{currency}}\",\"variables\":{Times("{\"a\":", 1_000)}1{Times("}", 1_000)}}}"),
            LiveAttack.Of("query($v: [String!]!) { measures { name } currency @skip(if: false) sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }, where: { region: { in: $v } }) { total { revenue } } }", $"{{\"v\":[{Many(10_001, at => at == 0 ? "\"a\"" : ",\"a\"")}]}}"),
            LiveAttack.Of("query($v: [String!]) { currency }", $"[{Times("1,", 100_000)}1]"),
        ],
        [12] = [new LiveAttack(HttpMethod.Post, $"[{Many(10, at => at == 0 ? "{\"query\":\"{currency}\"}" : ",{\"query\":\"{currency}\"}")}]")],
        [13] =
        [
            new LiveAttack(HttpMethod.Get, "query=mutation{__typename}"), LiveAttack.Of("{currency}") with { Type = "text/plain" }, LiveAttack.Of("{currency}") with { Type = "application/x-www-form-urlencoded" },
            LiveAttack.Of("{currency}") with { Type = "multipart/form-data" }, new LiveAttack(HttpMethod.Get, "query={currency}", Header: ("Sec-Fetch-Site", "cross-site")),
        ],
        [14] =
        [
            LiveAttack.Of($"{{ sales({Span}) {{ byRegion(first: 1000000) {{ region }} }} }}"),
            LiveAttack.Of($"{{ rows(measure: \"sales.revenue\", {Span}, first: 1000000) {{ nodes {{ day }} }} }}"),
            LiveAttack.Of($"{{ {Many(20, at => $"r{at}: sales({Span}) {{ byCustomer {{ byProduct {{ byEmployee {{ overTime(grain: DAY, everyStep: true) {{ period revenue rows(measure: \"sales.revenue\", first: 500) {{ nodes {{ day }} }} }} }} }} }} }} ")}}}"),
        ],
        [16] =
        [
            .. new[] { "'; DROP TABLE fact_sales_order_line; --", "\" OR 1 = 1", "%_", "\u202E产" }.Select(text => LiveAttack.Of(
                $"query($v: String) {{ sales({Span}, where: {{ region: {{ eq: $v }} }}) {{ total {{ revenue }} }} }}", $"{{\"v\":{System.Text.Json.JsonSerializer.Serialize(text)}}}")),
            LiveAttack.Of($"{{ sales({Span}) {{ byRegion(orderBy: {{ revenue: \"ASC; DROP TABLE dim_region\" }}) {{ region }} }} }}"),
        ],
        [18] = [LiveAttack.Of($"{{{Many(1_000, at => $"unknown{at} ")}}}"), LiveAttack.Of($"{{{Times("x", 50_000)}}}")],
        [19] =
        [
            new LiveAttack(HttpMethod.Post, """{"documentId":"sha256:0000"}"""),
            new LiveAttack(HttpMethod.Post, """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}"""),
        ],
        [20] = [.. Enumerable.Range(0, 500).Select(at => LiveAttack.Of($"{{ currency n{at}: measures(subject: \"s{at}\") {{ name }} }}"))],
        [21] =
        [
            LiveAttack.Of($"{{ sales({Span}) {{ total {{ grossMargin }} }} }}"), LiveAttack.Of($"{{ sales({Span}) {{ byRegion(orderBy: {{ grossMargin: DESC }}) {{ region }} }} }}"),
            LiveAttack.Of($"{{ sales({Span}) {{ byRegion(where: {{ grossMargin: {{ gt: 0 }} }}) {{ region }} }} }}"), LiveAttack.Of($"{{ ...f }} fragment f on Query {{ sales({Span}) {{ total {{ hidden: grossMargin }} }} }}"),
            LiveAttack.Of($"{{ rows(measure: \"sales.grossMargin\", {Span}) {{ nodes {{ day }} }} }}"),
        ],
        [22] = [LiveAttack.Of($"{{{Many(11, at => $"... @defer(label: \"d{at}\") {{ currency }} ")}}}"), LiveAttack.Of("{ ... @defer(label: \"d\") { currency } ... @defer(label: \"d\") { currency } }")],
    };

    private static string Times(string text, int times) => new System.Text.StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));
}
