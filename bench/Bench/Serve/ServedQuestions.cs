namespace ProdSales.Bench.Serve;

/// <summary>What the servers are asked.</summary>
internal static class ServedQuestions
{
    /// <summary>The schema, the same as in <c>bench/node</c>.</summary>
    internal const string Schema = "type Item { id: Int! code: String! name: String! city: String! amount: Float! } type Query { hello: String! items: [Item!]! }";

    /// <summary>The least that can be asked.</summary>
    internal const string Hello = "{ hello }";

    /// <summary>A hundred objects of five fields.</summary>
    internal const string List = "{ items { id code name city amount } }";

    /// <summary>A document of some 500 characters with what documents hold: a variable, fragments, aliases, conditions.</summary>
    internal const string Document = """
        query Overview($withCities: Boolean! = true, $withoutAmounts: Boolean = false) {
          greeting: hello
          items { ...named amount @skip(if: $withoutAmounts) ... on Item { town: city @include(if: $withCities) } }
          others: items { ...named __typename }
          rest: items { id code ... @include(if: $withCities) { city amount } }
        }
        fragment named on Item { id code name label: name city other: city sum: amount }
        query Other { hello again: hello items { first: id second: code third: name fourth: city } }
        """;
}
