using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query;

/// <summary>What holds for every question, tried on random ones.</summary>
public sealed class QueryPropertyTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    private static readonly Config Few = RandomRuns.Of(60);

    [Fact]
    public void Children_of_an_additive_measure_sum_to_their_parent() =>
        Prop.ForAll(Questions(), question =>
        {
            foreach (Measure measure in Model.Subject(question.Subject)!.Measures.Where(known => known.Additivity is Additivity.Additive && known.Per.Count == 0))
            {
                MetricQuery query = Nested(question, measure);
                // A row counts once for each of several members, so that those overlap.
                IReadOnlyList<PlannedCut> cuts = QueryPlanner.Plan(query).AllCuts;
                if (cuts.Any(cut => cut.Unavailable.Count > 0 || cut.Request.Dimension?.Bridge is not null))
                {
                    continue;
                }

                decimal[] total = Values(query, 0, measure);
                Assert.Equal(Sum(total), Sum(Values(query, 1, measure)), 4);
                Assert.Equal(Sum(total), Sum(Values(query, 2, measure)), 4);
            }
        }).Check(Few);

    [Fact]
    public void A_nested_cut_equals_the_same_cut_asked_alone() =>
        Prop.ForAll(Questions(), question =>
        {
            Measure[] measures = [.. Model.Subject(question.Subject)!.Measures];
            MetricQuery nested = Nested(question, measures);
            string[] columns = ColumnsOf(nested, 2);

            string[] inside = [.. ResultRows.OfCut(plant.Connection, nested, 2, columns).Select(row => string.Join('|', row)).Order(StringComparer.Ordinal)];
            MetricQuery alone = nested with { Cuts = [new CutRequest { Dimension = nested.Cuts[0].Cuts[0].Dimension, Cuts = nested.Cuts[0].Cuts[0].Cuts }] };
            string[] flat = [.. ResultRows.OfCut(plant.Connection, alone, 1, columns).Select(row => string.Join('|', row)).Order(StringComparer.Ordinal)];

            Assert.Equal(flat, inside);
        }).Check(Few);

    [Fact]
    public void A_cut_by_a_member_equals_the_total_filtered_to_that_member() =>
        Prop.ForAll(Questions(), question =>
        {
            Dimension dimension = Model.Subject(question.Subject)!.Dimension(question.Outer)!;
            Measure[] measures = [.. Model.Subject(question.Subject)!.Measures.Where(known => known.Per.All(per => per == question.Outer))];
            MetricQuery query = Base(question) with
            {
                Cuts = [new CutRequest { Dimension = dimension, Fields = [FieldOf(dimension)], Measures = [.. measures.Select(known => new MeasureRequest(known))] }],
            };
            string[] columns = ColumnsOf(query, 0);

            foreach (string[] row in ResultRows.OfCut(plant.Connection, query, 0, columns))
            {
                MemberFilter filter = new(dimension, dimension.Member?.Id is not null, false, [row[0] == "null" ? null : row[0]]);
                MetricQuery alone = query with { Filters = [filter], Cuts = [new CutRequest { Measures = query.Cuts[0].Measures }] };
                Assert.Equal(row[1..], ResultRows.OfCut(plant.Connection, alone, 0, columns[1..])[0]);
            }
        }).Check(RandomRuns.Of(10));

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void The_text_of_a_statement_does_not_depend_on_the_values_asked_with(int daysTillAsked) =>
        Prop.ForAll(Questions(), Questions(), (question, other) =>
        {
            MetricQuery query = Nested(question, [.. Model.Subject(question.Subject)!.Measures]);
            MetricQuery changed = query with
            {
                Period = new Period(other.Period.From, other.Period.From.AddDays(11)),
                AsOf = other.Period.From.AddDays(daysTillAsked),
                Filters = [new MemberFilter(query.Cuts[0].Cuts[0].Dimension!, false, false, ["'; DROP TABLE dim_date; --"])],
            };
            MetricQuery same = query with
            {
                Period = new Period(question.Period.From, question.Period.From.AddDays(5)),
                AsOf = question.Period.From.AddDays(daysTillAsked),
                Filters = [new MemberFilter(query.Cuts[0].Cuts[0].Dimension!, false, false, ["x"])],
            };

            Assert.Equal(StatementSql.Of(QueryPlanner.Plan(same)).Text, StatementSql.Of(QueryPlanner.Plan(changed)).Text);
        }).Check(Few);

    private sealed record Question(string Subject, string Outer, string Inner, Period Period);

    private static Arbitrary<Question> Questions() =>
        (from subject in Gen.Elements(Model.Subjects.Where(known => known.Name is not "quota"))
         from outer in Gen.Elements(subject.Dimensions.Where(known => known.Name is not "device"))
         from inner in Gen.Elements(subject.Dimensions.Where(known => known != outer && known.Name is not "device"))
         from start in Gen.Choose(0, 500)
         from length in Gen.Choose(0, 400)
         let day = new DateOnly(2024, 1, 1).AddDays(start)
         select new Question(subject.Name, outer.Name, inner.Name, new Period(day, day.AddDays(length)))).ToArbitrary();

    private static MetricQuery Base(Question question) => new()
    {
        Subject = Model.Subject(question.Subject)!,
        Period = question.Period,
        AsOf = new DateOnly(2025, 6, 1),
        Cuts = [],
    };

    private static MetricQuery Nested(Question question, params Measure[] measures)
    {
        MetricQuery query = Base(question);
        Dimension outer = query.Subject.Dimension(question.Outer)!;
        Dimension inner = query.Subject.Dimension(question.Inner)!;
        MeasureRequest[] requests = [.. measures.Select(measure => new MeasureRequest(measure))];
        CutRequest innermost = new() { Dimension = inner, Measures = requests, Fields = [FieldOf(outer), FieldOf(inner)] };
        CutRequest middle = new() { Dimension = outer, Measures = requests, Fields = [FieldOf(outer)], Cuts = [innermost] };
        return query with { Cuts = [new CutRequest { Measures = requests, Cuts = [middle] }] };
    }

    private static CutField FieldOf(Dimension dimension) => new(dimension, dimension.Member?.Id is not null);

    private static string[] ColumnsOf(MetricQuery query, int cut)
    {
        PlannedCut planned = QueryPlanner.Plan(query).AllCuts[cut];
        return
        [
            .. planned.Request.Fields.Select(field => field.Column),
            .. planned.Request.Measures.Where(request => planned.Unavailable.All(reason => reason.Measure != request.Measure.Name)).Select(request => request.Column),
        ];
    }

    private decimal[] Values(MetricQuery query, int cut, Measure measure) =>
        [.. ResultRows.OfCut(plant.Connection, query, cut, [measure.Name])
            .Select(row => row[0] == "null" ? 0 : decimal.Parse(row[0], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture))];

    private static decimal Sum(decimal[] values) => Math.Round(values.Sum(), 4);
}
