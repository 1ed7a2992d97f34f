using System.CommandLine;
using System.Globalization;
using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Overriding;
using ProdSales.Warehouse;

namespace ProdSales.Host.Planning;

/// <summary><c>prodsales override</c>: a planner's number beside a forecast, with who says it and why.</summary>
internal static class OverrideCommand
{
    internal static Command Create()
    {
        Argument<string> measure = new("series") { Description = $"What is forecast, one of {Known}." };
        Argument<decimal> value = new("value") { Description = "The number for all that the members cover together." };
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<DateOnly> period = new("--period") { Description = "A day of the period.", Required = true };
        Option<string> by = new("--by") { Description = "Who says it; kept with the number.", Required = true };
        Option<string> reason = new("--reason") { Description = "Why; kept with the number.", Required = true };
        Option<DateOnly?> origin = new("--origin") { Description = "The origin of the forecast; the last unless told." };
        Option<string?> region = new("--region") { Description = "Only this region." };
        Option<string?> line = new("--product-line") { Description = "Only this product line." };
        Option<string?> employee = new("--employee") { Description = "Only the business of this employee, by id." };
        Option<string?> product = new("--product") { Description = "Only this product, by id." };
        Command command = new("override", "Sets a planner's number beside the statistical forecast of a period, never over it; both are judged.")
        {
            measure, value, database, period, by, reason, origin, region, line, employee, product,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Keep(
                parsed.GetValue(database)!,
                new OverrideRequest
                {
                    Measure = parsed.GetValue(measure)!,
                    Value = parsed.GetValue(value),
                    Period = parsed.GetValue(period),
                    MadeBy = parsed.GetValue(by)!,
                    Reason = parsed.GetValue(reason)!,
                    Origin = parsed.GetValue(origin),
                    Region = parsed.GetValue(region),
                    ProductLine = parsed.GetValue(line),
                    EmployeeId = parsed.GetValue(employee),
                    ProductId = parsed.GetValue(product),
                },
                Speaker.Of(parsed),
                cancellation),
            cancellation));
        return command;
    }

    private static string Known => string.Join(", ", PlannedCatalogue.All.Select(series => series.Name));

    private static int Keep(FileInfo file, OverrideRequest request, Speaker speaker, CancellationToken cancellation)
    {
        if (PlannedCatalogue.Find(request.Measure) is null)
        {
            throw new RefusedException("no-series", ("name", request.Measure), ("known", Known));
        }

        using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(file);
        OverrideResult result = new OverrideDesk(warehouse, TimeProvider.System).Keep(request, cancellation);
        if (result.Refusal is { } refusal)
        {
            throw new RefusedException(Code(refusal), ("series", request.Measure), ("period", Day(request.Period)), ("value", request.Value));
        }

        Console.WriteLine(speaker.Say(
            "plan.overridden",
            ("series", request.Measure),
            ("from", Day(result.PeriodStart)),
            ("to", Day(result.PeriodEnd)),
            ("value", request.Value),
            ("statistical", result.Statistical),
            ("leaves", result.Series)));
        return CommandLine.Fine;
    }

    private static string Code(OverrideRefusal refusal) => refusal switch
    {
        OverrideRefusal.NothingToOverride => "override-nothing",
        OverrideRefusal.PeriodIsOver => "override-over",
        OverrideRefusal.NegativeValue => "override-negative",
        _ => "override-reason",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
