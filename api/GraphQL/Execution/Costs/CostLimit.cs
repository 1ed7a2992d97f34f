using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Telemetry;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>Whether an operation may run for what it costs.</summary>
internal sealed class CostLimit(GraphQLSchema schema, EngineOptions options)
{
    /// <summary>What is answered where an operation is not to run for its cost; null where it is.</summary>
    public GraphQLResponse? InPlaceOfAnswer(OperationCost cost, GraphQLRequest request)
    {
        if (request.CostMode == CostMode.Validate)
        {
            return new CostState(cost).Response;
        }

        if (cost.Refusal(options.Limits) is not { } tooDear)
        {
            return null;
        }

        EngineTelemetry.NoteRefused(tooDear.Code);
        return GraphQLResponse.Refused(tooDear);
    }

    /// <summary>What an operation costs with these variables; kept with its plan where every request costs the same.</summary>
    public OperationCost Of(OperationPlan plan, VariableValues variables)
    {
        if (plan.Cost is { } known)
        {
            return known;
        }

        CostAnalysis analysis = new(schema, options, variables);
        OperationCost cost = analysis.Of(plan);
        plan.Cost = analysis.IsOfThisRequest && (plan.HasVariables || options.ListLength is not null) ? null : cost;
        return cost;
    }
}
