using ProdSales.Semantics;
using ProdSales.Simulation;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Explain.Seeds;

/// <summary>A question that one kind of planted cause is the answer to.</summary>
/// <param name="Kind">What is planted.</param>
/// <param name="Subject">Subject of the measure.</param>
/// <param name="Measure">The measure that it moves.</param>
/// <param name="Months">How many months are asked about, up to the last day.</param>
/// <param name="Gap">Months before them that are left out, for a cause may begin in them.</param>
/// <param name="MonthsBefore">How many months are compared with.</param>
/// <param name="Cause">The members that the first segment must have, as in <see cref="Text"/>; null where nothing was planted.</param>
internal sealed record SeedQuestion(
    string Kind, string Subject, string Measure, int Months, int Gap, int MonthsBefore, Func<Truth, DuckDbConnection, string?> Cause)
{
    internal static IReadOnlyList<SeedQuestion> All { get; } =
    [
        new("rising discount", "sales", "gross_margin_rate", 4, 3, 17, (truth, _) => truth.RisingDiscount is { } cause ? $"product_line={cause.ProductLine} region={cause.Region}" : null),
        new("overspend", "expenses", "expense_to_plan", 4, 3, 17, (truth, star) => truth.Overspend is { } cause ? $"account={cause.Account} organisation={TeamOf(cause, star)}" : null),
        new("failing lot", "reliability", "failure_rate", 12, 0, 12, (truth, _) => truth.FailingLot is { } cause ? $"device_lot={cause.Lot}" : null),
    ];

    /// <summary>Asks it of a company.</summary>
    internal Explanation Ask(DuckDbConnection star, DateOnly lastDay)
    {
        DateOnly month = lastDay.AddDays(1 - lastDay.Day);
        DateOnly now = month.AddMonths(1 - Months);
        DateOnly end = now.AddMonths(-Gap);
        ExplanationRequest request = new()
        {
            Measure = ModelReader.Shipped.Subject(Subject)!.Measure(Measure)!,
            Contrast = new PeriodContrast(new(now, lastDay), new(end.AddMonths(-MonthsBefore), end.AddDays(-1))),
            AsOf = lastDay.AddDays(1),
        };
        return Explainer.Explain(ModelReader.Shipped, request, star).Explanation!;
    }

    /// <summary>The members of a segment in the order of their dimensions.</summary>
    internal static string Text(Segment segment) =>
        string.Join(' ', segment.Members.Select(member => $"{member.Dimension.Name}={member.Name}").Order(StringComparer.Ordinal));

    private static string TeamOf(Overspend cause, DuckDbConnection star)
    {
        using DuckDbCommand command = star.CreateCommand("SELECT name FROM dim_organisation WHERE organisation_id = $id AND is_current");
        command.Parameters.Add("id", cause.OrganisationId);
        return (string)command.ExecuteScalar()!;
    }
}
