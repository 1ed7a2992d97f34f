using ProdSales.SemanticsTests.Cases;

namespace ProdSales.SemanticsTests.ByHand;

/// <summary>Every indicator equals what was worked out by hand on rows that came through the feeds.</summary>
public sealed class ByHandTests(SmallCompany company) : IClassFixture<SmallCompany>
{
    public static TheoryData<string> Names => [.. MetricCase.ByHand.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answer_is_what_was_worked_out_by_hand(string name) => HandWork.Prove(MetricCase.ByHand.Single(other => other.Name == name), company);
}
