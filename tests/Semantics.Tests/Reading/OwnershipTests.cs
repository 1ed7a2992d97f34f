using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Reading;

/// <summary>Who answers for a measure, and how widely it may be told.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public void Every_shipped_measure_has_an_owner_in_both_languages() => Assert.All(
        ModelReader.Shipped.Subjects.SelectMany(subject => subject.Measures),
        measure => Assert.True(measure.Owner is { Chinese.Length: > 0, English.Length: > 0 }, measure.QualifiedName));

    [Theory]
    [InlineData("sales", "revenue", Sensitivity.Internal)]
    [InlineData("sales", "cost", Sensitivity.Confidential)]
    [InlineData("sales", "gross_margin_rate", Sensitivity.Confidential)]
    [InlineData("cash", "received_amount", Sensitivity.Confidential)]
    [InlineData("surveys", "csat", Sensitivity.Internal)]
    public void A_measure_may_be_told_no_wider_than_what_it_is_made_of(string subject, string measure, Sensitivity sensitivity) =>
        Assert.Equal(sensitivity, ModelReader.Shipped.Subject(subject)!.Measure(measure)!.Sensitivity);

    [Fact]
    public void A_sensitivity_that_is_not_known_is_a_defect_with_its_line() => Assert.Contains(
        "a.yaml:4: \"sensitivity: secret\" is not allowed; allowed are internal, confidential. (value-not-allowed)",
        ModelReader.Compile([new ModelFile("a.yaml", "subject: mine\nlabel: { zh-CN: 我, en: Mine }\ndescription: { zh-CN: 我, en: Mine }\nsensitivity: secret\n")])
            .Defects.Select(defect => defect.ToString()));
}
