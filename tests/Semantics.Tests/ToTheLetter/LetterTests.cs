using ProdSales.SemanticsTests.ByHand;
using ProdSales.SemanticsTests.Cases;

namespace ProdSales.SemanticsTests.ToTheLetter;

/// <summary>At the edges of the definitions, too, an indicator is what was worked out by hand.</summary>
public sealed class LetterTests(LetterCompany company) : IClassFixture<LetterCompany>
{
    public static TheoryData<string> Names => [.. MetricCase.ToTheLetter.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answer_is_what_the_definition_says_of_the_edge(string name) => HandWork.Prove(MetricCase.ToTheLetter.Single(other => other.Name == name), company);
}
