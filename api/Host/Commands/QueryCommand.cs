using System.CommandLine;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.Host.Models;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Host.Web;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales query TEXT --db FILE</c>: answers GraphQL, or SQL to look at the star.</summary>
internal static class QueryCommand
{
    internal static Command Create()
    {
        Argument<string> text = new("text") { Description = "The question; '-' reads it from standard input." };
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<bool> isSql = new("--sql") { Description = "The text is one SELECT over the star; prints lines of tab-separated values under a header." };
        Option<string?> variables = new("--variables") { Description = "GraphQL variables as a JSON object." };
        Option<string?> principal = CommonOptions.Principal();
        Command command = new("query", "Answers a GraphQL question from a warehouse file, as the server would.") { text, database, isSql, variables, principal, CommonOptions.ModelFolder };
        command.SetAction(async (parsed, cancellation) =>
        {
            string question = parsed.GetValue(text)!;
            CommandModel model = CommandModel.Of(parsed);
            SecurityScope scope = PrincipalText.ScopeOf(parsed.GetValue(principal), model.Definitions);
            if (parsed.GetValue(isSql) && !scope.IsFull)
            {
                throw new RefusedException("needs-full-access", ("what", "query --sql"));
            }

            question = question == "-" ? await Console.In.ReadToEndAsync(cancellation) : question;
            using WarehouseDatabase warehouse = model.Open(parsed.GetValue(database)!);
            return parsed.GetValue(isSql)
                ? AnswerSql(warehouse, question, cancellation)
                : await AnswerAsync(warehouse, model.Definitions, new(question) { Variables = VariablesOf(parsed.GetValue(variables)), State = ServedSchema.CallerOf(Speaker.Of(parsed).Language, scope, PrincipalText.NameOf(parsed.GetValue(principal))) }, cancellation);
        });
        return command;
    }

    private static async Task<int> AnswerAsync(WarehouseDatabase warehouse, SemanticModel model, GraphQLRequest request, CancellationToken cancellation)
    {
        GraphQLEngine engine = ServedSchema.Engine(warehouse, TimeProvider.System, model);
        using GraphQLResponse response = await engine.ExecuteAsync(request, cancellation);
        using Stream output = Console.OpenStandardOutput();
        await output.WriteAsync(response.Utf8, cancellation);
        output.WriteByte((byte)'\n');
        return response.Errors.Count == 0 ? CommandLine.Fine : CommandLine.Failed;
    }

    /// <summary>Hands the text to the engine's <c>query</c> function, which takes one SELECT and nothing else: no other statement can be smuggled in.</summary>
    private static int AnswerSql(WarehouseDatabase warehouse, string sql, CancellationToken cancellation)
    {
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        string text = sql.Trim().TrimEnd(';').Replace("'", "''", StringComparison.Ordinal);
        using DuckDbCommand command = lease.Connection.CreateCommand($"FROM query('{text}')");
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        Write(Console.Out, reader);
        return CommandLine.Fine;
    }

    private static void Write(TextWriter output, DuckDbDataReader reader)
    {
        output.WriteLine(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)));
        StringBuilder line = new();
        while (reader.Read())
        {
            line.Clear();
            for (int column = 0; column < reader.FieldCount; column++)
            {
                line.Append(column > 0 ? "\t" : "").Append(TextOf(reader, column));
            }

            output.WriteLine(line);
        }
    }

    private static string TextOf(DuckDbDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetValue(column) switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture),
        var value => value.ToString() ?? "",
    };

    private static JsonElement? VariablesOf(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new RefusedException("variables-unreadable", ("detail", error.Message));
        }
    }
}
