using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Resolves the members of a dimension, for choices.</summary>
internal static class MemberFields
{
    internal static void Resolve(SchemaBuilder schema, SemanticModel model, ReaderPool readers)
    {
        schema.Object("Query").Field("members").ResolveAsync(async context => await MembersAsync(model, readers, context).ConfigureAwait(false));
    }

    private static async Task<object?> MembersAsync(SemanticModel model, ReaderPool readers, FieldContext context)
    {
        int first = context.Arguments.Value<int>("first");
        if (first is < 1 or > SelectionReader.MostRows)
        {
            Refusal refusal = Refusal.FirstOutOfRange(first);
            return new GraphQLError(refusal.Code, refusal.MessageFor(context.Operation.State)) { Facts = refusal.Facts };
        }

        string name = context.Arguments.Value<string>("dimension")!;
        Dimension dimension = model.Dimensions.Single(known => SchemaNames.Constant(known.Name) == name);
        MemberQuery query = new(model, dimension, context.Arguments.Value<string>("search"), first) { Scope = Caller.Of(context.Operation.State).Scope };
        if (ScopeCheck.Refusal(query) is { } hidden)
        {
            Refusal refusal = Refusal.Of(hidden);
            return new GraphQLError(refusal.Code, refusal.MessageFor(context.Operation.State)) { Facts = refusal.Facts };
        }

        return await readers.ReadAsync((connection, token) => Read(StatementSql.OfMembers(query), connection, token), context.CancellationToken)
            .ConfigureAwait(false);
    }

    private static List<Dictionary<string, object?>> Read(SqlStatement statement, DuckDbConnection connection, CancellationToken token)
    {
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(token);
        List<Dictionary<string, object?>> members = [];
        while (reader.Read())
        {
            members.Add(new() { ["id"] = reader.IsDBNull(0) ? null : reader.GetString(0), ["name"] = reader.IsDBNull(1) ? null : reader.GetString(1) });
        }

        return members;
    }
}
