using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query.Comparisons;

/// <summary>What holds for every comparison, tried on random questions.</summary>
public sealed class ComparisonPropertyTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    private static readonly Config Few = RandomRuns.Of(30);

    [Fact]
    public void Steps_of_time_sum_to_the_whole_in_the_compared_period_too() =>
        Prop.ForAll(Questions(), question =>
        {
            MetricQuery query = Query(question);
            string[] columns = [.. query.Cuts[0].Measures.Select(request => request.Column)];
            string[] whole = ResultRows.OfCut(plant.Connection, query, 0, columns).SingleOrDefault() ?? [.. columns.Select(_ => "null")];
            IReadOnlyList<string[]> steps = ResultRows.OfCut(plant.Connection, query, 1, columns);

            for (int i = 0; i < columns.Length; i++)
            {
                Assert.True(
                    Math.Abs(Number(whole[i]) - steps.Sum(step => Number(step[i]))) < 0.0001m,
                    $"{columns[i]} of {question}: {whole[i]} is not the sum of {string.Join(", ", steps.Select(step => step[i]))}");
            }
        }).Check(Few);

    [Fact]
    public void A_balance_of_a_step_is_that_of_its_last_day_in_the_compared_period() =>
        Prop.ForAll(Questions(), question =>
        {
            Measure measure = Model.Subject("cash")!.Measure("receivables")!;
            MetricQuery query = Query(question) with { Subject = Model.Subject("cash")! };
            MeasureRequest request = new(measure, question.Comparison);
            query = query with { Cuts = [new CutRequest { Grain = question.Grain, Measures = [request] }] };
            string[] last = ResultRows.OfCut(plant.Connection, query, 0, ["period", request.Column]).Select(row => row[1]).Where(value => value != "null").TakeLast(1).ToArray();
            string[] whole = [.. ResultRows.OfCut(plant.Connection, query with { Cuts = [new CutRequest { Measures = [request] }] }, 0, [request.Column]).Select(row => row[0]).Where(value => value != "null")];

            Assert.Equal(whole, last);
        }).Check(Few);

    private sealed record Question(string Subject, Comparison Comparison, TimeGrain Grain, Period Period, DateOnly AsOf);

    private static Arbitrary<Question> Questions() =>
        (from subject in Gen.Elements(Model.Subjects.Where(known => known.Measures.Any(IsAdditive)))
         from comparison in Gen.Elements<Comparison>(Comparison.All)
         from isClipped in Gen.Elements(true, false)
         from grain in Gen.Elements(Enum.GetValues<TimeGrain>())
         from start in Gen.Choose(0, 600)
         from length in Gen.Choose(0, 120)
         from asOf in Gen.Choose(0, 200)
         let day = new DateOnly(2024, 1, 20).AddDays(start)
         let first = length % 3 == 0 ? new DateOnly(day.Year, day.Month, 1) : day
         let to = length % 3 == 0 ? first.AddMonths((length / 40) + 1).AddDays(-1) : day.AddDays(length)
         select new Question(subject.Name, isClipped ? comparison.Clipped() : comparison, grain, new Period(first, to), first.AddDays(asOf))).ToArbitrary();

    private static MetricQuery Query(Question question)
    {
        Subject subject = Model.Subject(question.Subject)!;
        MeasureRequest[] measures = [.. subject.Measures.Where(IsAdditive).Select(measure => new MeasureRequest(measure, question.Comparison))];
        CutRequest steps = new() { Grain = question.Grain, Measures = measures };
        return new MetricQuery { Subject = subject, Period = question.Period, AsOf = question.AsOf, Cuts = [new CutRequest { Measures = measures, Cuts = [steps] }] };
    }

    private static bool IsAdditive(Measure measure) => measure is { Additivity: Additivity.Additive, Per.Count: 0 };

    private static decimal Number(string text) => text == "null" ? 0 : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
