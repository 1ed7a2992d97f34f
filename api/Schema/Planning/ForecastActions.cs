using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Overriding;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves what planners say beside forecasts.</summary>
internal static class ForecastActions
{
    internal const string Fields = """
          "Sets a number of one's own beside the statistical forecast of a period, never over it; both are judged once it is over. Members that are left out stand for all; the number is shared out as the forecast sees them."
          overrideForecast(measure: String!, period: Date!, value: Decimal!, reason: String!, origin: Date, region: String, productLine: String, employeeId: String, productId: String): ForecastOverride

        """;

    internal const string Types = """
        "What somebody says in place of a forecast."
        type ForecastOverride {
          "As in revenue."
          measure: String!
          "Origin of the forecast that it stands beside."
          origin: Date!
          periodStart: Date!
          periodEnd: Date!
          "What the statistical forecast says of the same series together."
          statistical: Decimal!
          value: Decimal!
          "Series that it is shared out over."
          series: Int!
          madeBy: String!
          reason: String!
        }


        """;

    internal static void Resolve(SchemaBuilder schema, OverrideDesk desk)
    {
        ActionField.Resolve(schema, "overrideForecast", Right.OverrideForecasts, (context, caller) => new(Kept(desk, context, caller)));
        FieldsTypeBuilder type = schema.Object("ForecastOverride");
        type.Field("measure").Resolve(context => Of(context).Request.Measure);
        type.Field("origin").Resolve(context => Of(context).Result.Origin);
        type.Field("periodStart").Resolve(context => Of(context).Result.PeriodStart);
        type.Field("periodEnd").Resolve(context => Of(context).Result.PeriodEnd);
        type.Field("statistical").Resolve(context => Of(context).Result.Statistical);
        type.Field("value").Resolve(context => Of(context).Request.Value);
        type.Field("series").Resolve(context => Of(context).Result.Series);
        type.Field("madeBy").Resolve(context => Of(context).Request.MadeBy);
        type.Field("reason").Resolve(context => Of(context).Request.Reason);
    }

    private static object Kept(OverrideDesk desk, FieldContext context, Caller caller)
    {
        OverrideRequest request = Request(context, caller);
        if (PlannedCatalogue.Find(request.Measure) is null)
        {
            return OverrideRefusals.NoSuchSeries(request.Measure, PlannedCatalogue.All.Select(series => series.Name));
        }

        if (!caller.Scope.IsFull)
        {
            return OverrideRefusals.ScopeNarrowed();
        }

        OverrideResult result = desk.Keep(request, context.CancellationToken);
        return result.Refusal is { } refusal ? OverrideRefusals.Of(refusal, request) : new KeptOverride(request, result);
    }

    private static OverrideRequest Request(FieldContext context, Caller caller) => new()
    {
        Measure = context.Arguments.Value<string>("measure")!,
        Period = context.Arguments.Value<DateOnly>("period"),
        Value = context.Arguments.Value<decimal>("value"),
        MadeBy = caller.Name,
        Reason = context.Arguments.Value<string>("reason")!.Trim(),
        Origin = context.Arguments.Value<DateOnly?>("origin"),
        Region = context.Arguments.Value<string>("region"),
        ProductLine = context.Arguments.Value<string>("productLine"),
        EmployeeId = context.Arguments.Value<string>("employeeId"),
        ProductId = context.Arguments.Value<string>("productId"),
    };

    private static KeptOverride Of(FieldContext context) => (KeptOverride)context.Source!;

    private sealed record KeptOverride(OverrideRequest Request, OverrideResult Result);
}
