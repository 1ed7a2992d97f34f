using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.Security;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Rows;

/// <summary>The rows of a number make the number: every measure of the model, recomputed from all pages of its rows.</summary>
public sealed class RowProofTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    public static TheoryData<string> Measures => [.. Model.Subjects.SelectMany(subject => subject.Measures).Select(measure => measure.QualifiedName)];

    [Theory]
    [MemberData(nameof(Measures))]
    public void Every_measure_is_made_of_its_rows(string name)
    {
        Measure measure = Model.Subjects.SelectMany(subject => subject.Measures).Single(known => known.QualifiedName == name);
        RowRequest request = new()
        {
            Measure = measure,
            Period = new Period(new DateOnly(2024, 2, 1), new DateOnly(2025, 4, 30)),
            AsOf = new DateOnly(2026, 1, 1),
            Filters = [.. measure.Per.Select(per => new MemberFilter(Model.Dimension(per)!, false, false, [FirstMember(per, measure)]))],
            First = 497,
        };

        Proven(request);
    }

    [Fact]
    public void Every_cell_is_made_of_its_rows_under_filters_comparisons_scopes_and_any_size_of_page() =>
        Prop.ForAll(Requests(), request => Proven(request)).Check(RandomRuns.Of(150));

    private void Proven(RowRequest request)
    {
        QueryPlan plan = QueryPlanner.Plan(request.Query(Model, isGuarded: true));
        if (plan.AllCuts[0].Unavailable is [var reason, ..])
        {
            Assert.Contains(RowReader.Read(Model, request, plant.Connection).Refusal!.Code, (string[])[reason.Code, "measure-masked", "scope-not-reached"]);
            return;
        }

        (IReadOnlyList<Aggregate> parts, NumberRow[] rows) = AllPages(request);
        Dictionary<Aggregate, RowPart[]> adds = parts.Select((part, index) => (part, index))
            .ToDictionary(pair => pair.part, pair => rows.Select(row => row.Adds[pair.index]).OfType<RowPart>().ToArray());
        string[] told = [.. ResultRows.OfCut(plant.Connection, request.Query(Model, isGuarded: true), 0, [new MeasureRequest(request.Measure, request.Comparison).Column])[0]];
        double? number = told[0] == "null" ? null : double.Parse(told[0], CultureInfo.InvariantCulture);
        double?[] made = [.. RecomputedNumber.All(request.Measure.Formula, adds, DaysOf(request), LastOf(request))];

        Assert.True(Array.Exists(made, value => Same(number, value, request.Measure.Unit)), $"{request.Measure.QualifiedName} is {number}, its {rows.Length} rows make {string.Join(" or ", made)}");
        Assert.Equal(rows.Length, rows.Select(row => row.Cursor).Distinct().Count());
        Assert.All(rows, row => Assert.Contains(row.Adds, part => part is not null));
        if (rows.Length > 0 && rows[0].Numerator is not null)
        {
            decimal numerator = rows.Sum(row => row.Numerator!.Value);
            decimal? denominator = rows[0].Denominator is null ? null : rows.Sum(row => row.Denominator!.Value);
            Assert.True((number is null && numerator == 0) || Same(number, denominator is 0 ? null : (double)(numerator / (denominator ?? 1)), request.Measure.Unit), $"{request.Measure.QualifiedName}: {numerator} / {denominator} is not {number}");
        }
    }

    private (IReadOnlyList<Aggregate> Parts, NumberRow[] Rows) AllPages(RowRequest request)
    {
        List<NumberRow> rows = [];
        RowPage page;
        do
        {
            page = RowReader.Read(Model, request with { After = rows.LastOrDefault()?.Cursor }, plant.Connection).Page!;
            rows.AddRange(page.Rows);
        }
        while (page.HasMore);
        return (page.Parts, [.. rows]);
    }

    // Money and quantities are told with four places; everything else to twelve digits.
    private static bool Same(double? number, double? made, Unit unit) => (number, made) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => Math.Abs(number.Value - made.Value) <= (unit is Unit.Money or Unit.Quantity ? 1e-4 : 1e-9) + (1e-9 * Math.Abs(made.Value)),
    };

    private static DateOnly LastOf(RowRequest request)
    {
        DateOnly last = request.Comparison?.Of(request.Period, request.AsOf) is ShiftedDays days ? days.Period.To : request.Period.To;
        return last < request.AsOf ? last : request.AsOf;
    }

    private static double DaysOf(RowRequest request)
    {
        Period period = request.Comparison?.Of(request.Period, request.AsOf) is ShiftedDays days ? days.Period : request.Period;
        return Math.Max(0, Math.Min(period.To.DayNumber, request.AsOf.DayNumber) - period.From.DayNumber + 1);
    }

    private string? FirstMember(string dimension, Measure measure)
    {
        SqlStatement statement = StatementSql.OfMembers(new MemberQuery(Model, Model.Dimension(dimension)!, null, 1));
        return ResultRows.Read(plant.Connection, statement.Text, statement.Parameters) is [[_, var name], ..] ? name : throw new InvalidOperationException($"No member of {dimension} for {measure.Name}.");
    }

    private static Arbitrary<RowRequest> Requests() =>
        (from subject in Gen.Elements(Model.Subjects.AsEnumerable())
         from measure in Gen.Elements(subject.Measures.AsEnumerable())
         from filtered in Gen.Elements(subject.Dimensions.AsEnumerable())
         from hasFilter in Gen.Elements(true, false)
         from isExcluding in Gen.Elements(true, false)
         from values in Gen.SubListOf<string?>("华东", "steel", "Alpha Group", "Twin", "seller 2", "team 1", "electric", "direct", "erp", null)
         from start in Gen.Choose(0, 400)
         from length in Gen.Choose(30, 300)
         from comparison in Gen.Elements<Comparison?>(null, Comparison.PreviousPeriod, Comparison.SamePeriodLastYear, Comparison.SameWorkdaysLastYear, Comparison.PreviousPeriod.Clipped())
         from scope in Gen.Elements(SecurityScope.Full, Scopes.Of("regional_manager", "region=华东", "region=华南"), Scopes.Of("seller", "employee_id=E2"))
         from history in Gen.Elements(History.AsWas, History.AsIs, History.On(new DateOnly(2024, 6, 1)))
         where comparison != Comparison.SameWorkdaysLastYear || !measure.FormulaText.Contains("days()", StringComparison.Ordinal)
         from first in Gen.Elements(7, 64, 500)
         let day = new DateOnly(2024, 1, 1).AddDays(start)
         select new RowRequest
         {
             Measure = measure,
             Period = new Period(day, day.AddDays(length)),
             AsOf = new DateOnly(2025, 6, 1),
             Filters = hasFilter ? [new MemberFilter(filtered, false, isExcluding, [.. values])] : [],
             Comparison = comparison,
             History = history,
             Scope = scope,
             First = first,
         }).ToArbitrary();
}
