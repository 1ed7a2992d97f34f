using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>What an operation is estimated to cost before it runs, by the cost specification of IBM.</summary>
/// <param name="Fields">The work: the weight of each field as often as it is resolved.</param>
/// <param name="Types">The size: the objects of the response.</param>
public readonly record struct OperationCost(long Fields, long Types)
{
    /// <summary>The entry of a response's <c>extensions</c>.</summary>
    internal const string Entry = "operationCost";

    /// <summary>The cost of two operations together.</summary>
    public static OperationCost operator +(OperationCost one, OperationCost other) => new(Sum(one.Fields, other.Fields), Sum(one.Types, other.Types));

    /// <summary>Why the cost is more than may be; null where it is not.</summary>
    internal GraphQLError? Refusal(EngineLimits limits) => Fields <= limits.FieldCost && Types <= limits.TypeCost ? null
        : new GraphQLError(ErrorCodes.CostExceeded, $"The operation costs {Fields} for its fields and {Types} for its objects; at most {limits.FieldCost} and {limits.TypeCost} are allowed. Ask for fewer rows or levels.")
        {
            Facts = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["fieldCost"] = Fields,
                ["typeCost"] = Types,
                ["maxFieldCost"] = limits.FieldCost,
                ["maxTypeCost"] = limits.TypeCost,
            },
        };

    /// <summary>Writes it as the entry of a response's <c>extensions</c>.</summary>
    internal void Write(ResponseWriter writer)
    {
        writer.StartObject();
        writer.WriteName("fieldCost");
        writer.WriteNumber(Fields);
        writer.WriteName("typeCost");
        writer.WriteNumber(Types);
        writer.EndObject();
    }

    private static long Sum(long one, long other) => one > long.MaxValue - other ? long.MaxValue : one + other;
}
