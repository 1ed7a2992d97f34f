using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>What holds for every explanation, tried on random questions.</summary>
public sealed class AttributionPropertyTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly Config Some = RandomRuns.Of(60);

    [Fact]
    public void Attributions_of_every_measure_sum_to_the_change_along_every_dimension() => ForAny(explanation =>
    {
        foreach (DimensionAttribution attribution in explanation.Attributions)
        {
            Assert.Equal(explanation.Change, attribution.Members.Sum(member => member.Contribution));
            Assert.All(attribution.Members.Where(member => member.Rate is not null), member => Assert.Equal(member.Contribution, member.Mix + member.Rate));
            Assert.Equal(attribution.Members.Sum(member => member.Rate ?? 0), attribution.Rate ?? 0);
        }
    });

    [Fact]
    public void Both_values_are_those_of_the_planner() => ForAny(explanation =>
    {
        PeriodContrast periods = (PeriodContrast)explanation.Request.Contrast;
        // The planner tells money and quantities with four decimals, those of a ratio too; an explanation adds times up to six.
        decimal margin = (explanation.Attributions[0].Rate, explanation.Request.Measure.Unit) switch
        {
            (null, _) or (_, Unit.Money or Unit.Quantity) => 0.0001m,
            (_, Unit.Minutes or Unit.Hours or Unit.Days) => 0.000001m,
            _ => 0.000000001m,
        };
        Assert.InRange(explanation.Now - Planned(explanation.Request, periods.Now), -margin, margin);
        Assert.InRange(explanation.Before - Planned(explanation.Request, periods.Before), -margin, margin);
    });

    [Fact]
    public void The_same_question_gives_the_same_answer_and_the_same_hash() => ForAny(explanation =>
    {
        Explanation again = Explainer.Explain(ExplainedQuestions.Model, explanation.Request, plant.Connection).Explanation!;

        Assert.Equal(explanation.Hash, again.Hash);
        Assert.Equal(Text(explanation), Text(again));
    });

    [Fact]
    public void Without_its_other_parts_an_answer_has_the_same_attributions_statements_and_hash() => ForAny(explanation =>
    {
        Explanation attributed = Explain(explanation.Request with { Parts = ExplanationParts.None })!;

        Assert.Equal((explanation.Before, explanation.Now, explanation.Hash), (attributed.Before, attributed.Now, attributed.Hash));
        Assert.Equal(explanation.Sql, attributed.Sql);
        Assert.Equal(explanation.Attributions.SelectMany(part => part.Members), attributed.Attributions.SelectMany(part => part.Members));
        Assert.Equal(explanation.Attributions.Select(part => (part.Mix, part.Rate)), attributed.Attributions.Select(part => (part.Mix, part.Rate)));
    });

    [Fact]
    public void Turned_round_a_sum_is_explained_by_the_opposite_contributions() =>
        Prop.ForAll(ExplainedQuestions.Any([.. ExplainedQuestions.Measures.Where(measure => measure.Additivity is Additivity.Additive)]), request =>
        {
            PeriodContrast periods = (PeriodContrast)request.Contrast;
            ExplanationRequest turned = request with { Contrast = new PeriodContrast(periods.Before, periods.Now) };
            if (Explain(request) is { } forth && Explain(turned) is { } back)
            {
                Assert.Equal(forth.Change, -back.Change);
                Assert.Equal(
                    forth.Attributions.SelectMany(part => part.Members).Select(member => (member.Member, member.Contribution)).ToHashSet(),
                    back.Attributions.SelectMany(part => part.Members).Select(member => (member.Member, -member.Contribution)).ToHashSet());
            }
        }).Check(RandomRuns.Of(60));

    private void ForAny(Action<Explanation> holds)
    {
        int explained = 0;
        Prop.ForAll(ExplainedQuestions.Any(), request =>
        {
            if (Explain(request) is { } explanation)
            {
                holds(explanation);
                explained++;
            }
        }).Check(Some);
        Assert.True(explained > 10, $"Only {explained} questions had an answer.");
    }

    private Explanation? Explain(ExplanationRequest request) => Explainer.Explain(ExplainedQuestions.Model, request, plant.Connection).Explanation;

    // A numerator without a row is null to the planner, and adds nothing to an explanation.
    private decimal Planned(ExplanationRequest request, Period period) => ValueOf(
        ResultRows.OfCut(plant.Connection, ExplainedQuestions.Query(request, period), 0, [request.Measure.Name])[0][0]);

    private static decimal ValueOf(string text) => text == "null" ? 0 : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(Explanation explanation) => string.Join(
        '\n',
        explanation.Attributions.SelectMany(part => part.Members).Select(member => member.ToString())
            .Concat(explanation.Segments.Select(segment => $"{string.Join('&', segment.Members)} {segment.Contribution} {segment.Excess} {segment.Significance}")));
}
