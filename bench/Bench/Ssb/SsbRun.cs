using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Ssb;

/// <summary>The thirteen questions over one file: ours, by hand and in Malloy in turn, so that a drift of the machine falls on all.</summary>
internal sealed class SsbRun(DuckDbConnection connection, MalloyProcess? malloy)
{
    private static readonly Subject Subject = SsbStar.Model.Subject("ssb")!;

    /// <summary>Shows that all give the same rows, and then what each costs.</summary>
    /// <exception cref="InvalidOperationException">Two give different rows.</exception>
    internal SsbResult Ask(SsbQuestion question, int rounds)
    {
        string[] byHand = ByHand(question);
        Require(question, "The planner", Ours(question), byHand);
        if (malloy is not null)
        {
            Require(question, "Malloy", malloy.Ask(question).Rows, byHand);
        }

        WarmUp(question);
        List<Cost> ours = [];
        List<Cost> hand = [];
        List<Cost> theirs = [];
        for (int i = 0; i < rounds; i++)
        {
            ours.Add(Cost.Of(() => Ours(question)).Cost);
            hand.Add(Cost.Of(() => ByHand(question)).Cost);
            if (malloy is not null)
            {
                theirs.Add(malloy.Ask(question).Cost);
            }
        }

        return new SsbResult(question, byHand.Length, ours, hand, theirs);
    }

    // A server has been compiled when its users ask: without this, small sizes tell what the runtime's compiler costs.
    private void WarmUp(SsbQuestion question)
    {
        for (int i = 0; i < 60; i++)
        {
            StatementSql.Of(QueryPlanner.Plan(question.For(Subject)));
        }

        for (int i = 0; i < 3; i++)
        {
            Ours(question);
            ByHand(question);
        }
    }

    // From the question to the last row: planned, written and read anew each time.
    private string[] Ours(SsbQuestion question)
    {
        MetricQuery query = question.For(Subject);
        QueryPlan plan = QueryPlanner.Plan(query);
        SqlStatement statement = StatementSql.Of(plan);
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader();
        int finest = plan.AllCuts.Max(cut => cut.Index);
        int[] keys = [.. question.Keys.Select(key => statement.Position(key == "year" ? "period" : key))];
        int number = statement.Position(question.Measure);
        List<string> rows = [];
        while (reader.Read())
        {
            if (reader.GetInt16(0) == finest && !reader.IsDBNull(number))
            {
                rows.Add(SsbQuestion.Row(keys.Select(reader.GetValue), reader.GetValue(number)));
            }
        }

        return [.. rows];
    }

    private string[] ByHand(SsbQuestion question)
    {
        using DuckDbCommand command = connection.CreateCommand(question.Sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            if (!reader.IsDBNull(question.Keys.Length))
            {
                rows.Add(SsbQuestion.Row(Enumerable.Range(0, question.Keys.Length).Select(reader.GetValue), reader.GetValue(question.Keys.Length)));
            }
        }

        return [.. rows];
    }

    private static void Require(SsbQuestion question, string who, string[] rows, string[] byHand)
    {
        if (!rows.Order(StringComparer.Ordinal).SequenceEqual(byHand.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            string first = rows.Except(byHand, StringComparer.Ordinal).Concat(byHand.Except(rows, StringComparer.Ordinal)).FirstOrDefault() ?? "no row at all";
            throw new InvalidOperationException($"{question.Name}: {who} gives {rows.Length} rows, SQL by hand {byHand.Length}; they differ in {first}.");
        }
    }
}
