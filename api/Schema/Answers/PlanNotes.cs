using System.Globalization;
using System.Text.Json;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Tells in <c>extensions.plan</c> where the answers of a request come from; only where the request's own <c>extensions</c> say <c>{ "plan": true }</c>, and only to those who may see it.</summary>
internal static class PlanNotes
{
    internal static bool AreAsked(OperationContext operation) =>
        operation.RequestExtensions is { } extensions && extensions.TryGetProperty("plan", out JsonElement plan) && plan.ValueKind is JsonValueKind.True;

    internal static bool AreSeenBy(OperationContext operation) => Caller.Of(operation.State).Scope.Rights.Contains(Right.SeePlans);

    /// <summary>Says, where the plan is asked for by somebody who may not see it, which right is missing; the answer itself is given all the same.</summary>
    internal static void Refuse(OperationContext operation)
    {
        Refusal refusal = Refusal.RightMissing(Right.SeePlans);
        operation.Extensions.Append("plan", writer => Object(writer, () =>
        {
            Text(writer, "code", refusal.Code);
            Text(writer, "message", refusal.MessageFor(operation.State));
        }));
    }

    internal static void Add(SharedStatement statement, ResponseExtensions extensions)
    {
        if (statement.Provenance is { } provenance)
        {
            string[] fields = [.. statement.Questions.Select(question => question.Subtree.Field.ResponseName)];
            extensions.Append("plan", writer => Write(fields, statement.Plan!, provenance, writer));
        }
    }

    private static void Write(string[] fields, QueryPlan plan, ResultProvenance provenance, ResponseWriter writer)
    {
        writer.StartObject();
        List(writer, "fields", fields, field => writer.WriteString(field));
        Text(writer, "modelVersion", provenance.ModelVersion);
        List(writer, "measures", provenance.Measures, known => Object(writer, () =>
        {
            Text(writer, "name", SchemaNames.Of(known.Measure));
            Text(writer, "version", known.Version);
        }));
        List(writer, "data", provenance.Data, known => Object(writer, () =>
        {
            Text(writer, "table", known.Table);
            Number(writer, "version", known.Version);
        }));
        writer.WriteName("cost");
        Object(writer, () =>
        {
            Number(writer, "passes", provenance.Passes.Count);
            Number(writer, "rows", provenance.Passes.Sum(pass => pass.Rows));
        });
        writer.WriteName("cache");
        Object(writer, () => List(writer, "keptUntilChangeOf", provenance.Data, known => writer.WriteString(known.Table)));
        List(writer, "passes", provenance.Passes, pass => Object(writer, () =>
        {
            Text(writer, "name", pass.Name);
            Text(writer, "fact", pass.Fact);
            Number(writer, "rows", pass.Rows);
            Text(writer, "rollup", pass.Rollup);
            Text(writer, "rollupRefusal", pass.RollupRefusal);
            List(writer, "rollupRefusals", pass.RollupRefusals, refusal => Object(writer, () =>
            {
                Text(writer, "rollup", refusal.Rollup);
                Text(writer, "code", refusal.Code);
                Text(writer, "what", refusal.What);
            }));
        }));
        Text(writer, "plan", plan.ToString());
        Text(writer, "sql", provenance.Statement.Text);
        writer.WriteName("parameters");
        Object(writer, () =>
        {
            foreach ((string name, object value) in provenance.Statement.Parameters)
            {
                Text(writer, name, value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture));
            }
        });
        writer.EndObject();
    }

    private static void List<T>(ResponseWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteName(name);
        writer.StartArray();
        foreach (T item in items)
        {
            write(item);
        }

        writer.EndArray();
    }

    private static void Object(ResponseWriter writer, Action members)
    {
        writer.StartObject();
        members();
        writer.EndObject();
    }

    private static void Text(ResponseWriter writer, string name, string? value)
    {
        writer.WriteName(name);
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteString(value);
        }
    }

    private static void Number(ResponseWriter writer, string name, long? value)
    {
        writer.WriteName(name);
        if (value is { } number)
        {
            writer.WriteNumber(number);
        }
        else
        {
            writer.WriteNull();
        }
    }
}
