using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Security;

/// <summary>Questions that between them ask for every root field, every measure and every kind of cut of the contract.</summary>
internal static class EveryQuestion
{
    private const string Period = "period: { from: \"2024-03-01\", to: \"2025-03-31\" }, asOf: \"2026-01-01\"";

    private static readonly SemanticModel Model = ModelReader.Shipped;

    /// <summary>The questions that a scope does not refuse.</summary>
    internal static IEnumerable<string> Under(SecurityScope scope) =>
    [
        .. Model.Subjects.SelectMany(subject => OfSubject(subject, scope)),
        .. Model.Dimensions.Select((dimension, index) => Members(dimension, index % 2 == 0 ? "" : ", search: \"a\"")),
        .. Model.Subjects.SelectMany(subject => subject.Measures.Take(2)).Select(Explain),
        "{ measures { subject name label description formula unit good additivity documentation isMasked } hierarchies { name levels } currency }",
    ];

    internal static string Explain(Measure measure) => $$"""
        { explain(measure: "{{Camel(measure.Subject)}}.{{Camel(measure.Name)}}", period: { from: "2025-01-01", to: "2025-09-30" }, against: { from: "2024-01-01", to: "2024-09-30" }, asOf: "2026-01-01") {
          before now change nothingStandsOut segmentsTested hash sql
          segments { members { dimension id name } before now contribution share excess significance chance rowsBefore rowsNow isSmall reversedWithin causes { measure member { name } before now } }
          bridge { volume mix listPrice discount cost new dropped unquantified }
          causes { measure member { id name } before now }
          attributions { dimension mix rate isReversed members { member { id name } before now contribution mix rate } } } }
        """;

    /// <summary>The name of the contract.</summary>
    internal static string Camel(string name) => string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static IEnumerable<string> OfSubject(Subject subject, SecurityScope scope)
    {
        Dimension[] seen = [.. subject.Dimensions.Where(dimension => !scope.Masks(dimension))];
        string measures = string.Join(' ', subject.Measures.Select(measure => Camel(measure.Name)));
        string compared = $"{measures} compare(to: PREVIOUS_PERIOD) {{ {measures} }}";
        yield return $"{{ {Camel(subject.Name)}({Period}) {{ isConnected firstDate lastDate total {{ {compared} }} overTime(grain: QUARTER) {{ period {measures} }} }} }}";
        Measure? order = subject.Measures.FirstOrDefault(measure => !scope.Masks(measure));
        foreach (Dimension dimension in seen.Where((_, index) => index % 4 == 0))
        {
            Dimension? inner = Array.Find(seen, other => other.Owner != dimension.Owner);
            string sorted = order is null ? "" : $"(orderBy: {{ {Camel(order.Name)}: DESC }}, first: 3)";
            yield return $"{{ {Camel(subject.Name)}({Period}) {{ {By(dimension)}{sorted} {{ {Names(dimension)} {compared} {(inner is null ? "" : $"{By(inner)} {{ {Names(inner)} {measures} }}")} }} }} }}";
            yield return $"{{ {Camel(subject.Name)}({Period}, where: {{ {Camel(dimension.Name)}: {{ ne: \"0\" }} }}) {{ {By(dimension)} {{ {Names(dimension)} }} total {{ {measures} }} }} }}";
        }
    }

    private static string Members(Dimension dimension, string search) => $"{{ members(dimension: {dimension.Name.ToUpperInvariant()}{search}) {{ id name }} }}";

    private static string By(Dimension dimension) => Camel($"by_{dimension.Name}");

    private static string Names(Dimension dimension) => dimension.Member?.Id is null ? Camel(dimension.Name) : $"{Camel(dimension.Name)} {Camel(dimension.Name)}Id";
}
