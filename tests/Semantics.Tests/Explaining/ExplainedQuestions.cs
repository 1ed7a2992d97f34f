using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>Random questions about every measure whose parts add up.</summary>
internal static class ExplainedQuestions
{
    internal static readonly SemanticModel Model = ModelReader.Shipped;

    internal static Measure[] Measures { get; } =
    [
        .. Model.Subjects.SelectMany(subject => subject.Measures).Where(measure => measure.Per.Count == 0 && Decomposition.Of(measure.Formula) is not null),
    ];

    internal static Arbitrary<ExplanationRequest> Any(params Measure[] measures) =>
        (from measure in Gen.Elements(measures.Length == 0 ? Measures : measures)
         from start in Gen.Choose(0, 300)
         from length in Gen.Choose(20, 200)
         from gap in Gen.Choose(0, 100)
         from otherLength in Gen.Choose(20, 200)
         from filter in Gen.Choose(0, 3)
         let before = new DateOnly(2024, 1, 1).AddDays(start)
         let now = before.AddDays(otherLength + gap + 1)
         select new ExplanationRequest
         {
             Measure = measure,
             Contrast = new PeriodContrast(new Period(now, now.AddDays(length)), new Period(before, before.AddDays(otherLength))),
             AsOf = new DateOnly(2026, 1, 1),
             Filters = filter == 0 && Model.Subject(measure.Subject)!.Dimension("region") is { } region ? [new MemberFilter(region, false, true, ["华南"])] : [],
         }).ToArbitrary();

    /// <summary>The value of the measure by the planner of every other question.</summary>
    internal static MetricQuery Query(ExplanationRequest request, Period period) => new()
    {
        Subject = Model.Subject(request.Measure.Subject)!,
        Period = period,
        AsOf = request.AsOf,
        Filters = request.Filters,
        Cuts = [new CutRequest { Measures = [new MeasureRequest(request.Measure)] }],
    };
}
