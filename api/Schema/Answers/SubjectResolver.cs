using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Schema;

/// <summary>Answers the subjects of one request: one statement for each subject, period and filter, written straight from the engine's rows.</summary>
internal sealed class SubjectResolver(WarehouseDatabase warehouse, TimeProvider clock, SemanticModel model, QuestionLog? log) : ISubtreeResolver
{
    private readonly ConnectedSources _sources = new(warehouse.Readers);
    private readonly KeptRollups _rollups = new(warehouse.Readers, model);
    private readonly KeptDays _days = new(warehouse);

    /// <inheritdoc/>
    public async ValueTask ResolveAsync(SubtreeBatch batch, CancellationToken cancellationToken)
    {
        Lazy<DateOnly> today = new(() => DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        SecurityScope scope = Caller.Of(batch.Operation.State).Scope;
        List<SubjectQuestion> questions = [];
        foreach (Subtree subtree in batch.Subtrees)
        {
            (SubjectQuestion? question, IReadOnlyList<Refusal> refusals) = SelectionReader.Read(subtree, today, scope);
            if (question is not null)
            {
                questions.Add(question);
            }

            foreach (Refusal refusal in refusals)
            {
                subtree.Fail(refusal.Code, refusal.MessageFor(batch.Operation.State), refusal.Facts);
            }
        }

        IReadOnlySet<string> empty = await _sources.EmptyOfAsync(questions.SelectMany(question => question.Query.Subject.Sources), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Rollup> rollups = await _rollups.ReadAsync(cancellationToken).ConfigureAwait(false);
        List<SubjectQuestion> answerable = [];
        foreach (IGrouping<string, SubjectQuestion> same in questions.GroupBy(question => question.Key))
        {
            IReadOnlyDictionary<string, RecordedSpan> recorded = await _days.OfAsync(same.First().Query with { Cuts = [.. same.SelectMany(question => question.Query.Cuts)] }, cancellationToken).ConfigureAwait(false);
            answerable.AddRange(same.Select(question => question with { Query = question.Query with { Unconnected = empty, Rollups = rollups, Recorded = recorded } }));
        }

        SharedStatement[] statements = [.. answerable.GroupBy(question => question.Key).Select(group => new SharedStatement(model, [.. group]))];
        foreach (QueryPlan plan in statements.Select(statement => statement.Plan).OfType<QueryPlan>())
        {
            _days.Tell(plan);
        }

        bool isAsked = PlanNotes.AreAsked(batch.Operation);
        bool isTraced = isAsked && PlanNotes.AreSeenBy(batch.Operation);
        await Task.WhenAll(statements.Select(statement => AnswerAsync(statement, isTraced, cancellationToken))).ConfigureAwait(false);
        if (isAsked && !isTraced)
        {
            PlanNotes.Refuse(batch.Operation);
        }

        foreach (SharedStatement statement in statements)
        {
            UnavailableNotes.Add(statement, batch.Operation.Extensions);
            RecordedNotes.Add(statement, batch.Operation.Extensions);
            PlanNotes.Add(statement, batch.Operation.Extensions);
            Count(statement.Plan);
        }
    }

    private void Count(QueryPlan? plan)
    {
        if (plan is not null)
        {
            log?.Note(model, plan);
        }
    }

    private Task<bool> AnswerAsync(SharedStatement statement, bool isTraced, CancellationToken cancellationToken)
    {
        ResponseMark[] starts = [.. statement.Questions.Select(question => question.Subtree.Writer.Mark())];
        return warehouse.Readers.ReadAsync(
            (connection, token) =>
            {
                for (int i = 0; i < starts.Length; i++)
                {
                    statement.Questions[i].Subtree.Writer.Rollback(starts[i]);
                }

                Answer(statement, connection, token);
                statement.Provenance = isTraced && statement is { Plan: { } plan, Statement: { } sql } ? ProvenanceReader.Read(model.Version, plan, sql, connection, token) : null;
                return true;
            },
            cancellationToken);
    }

    private static void Answer(SharedStatement statement, DuckDbConnection connection, CancellationToken token)
    {
        RecordFact[] asked = [.. statement.Questions.SelectMany(question => question.Fields).OfType<RecordField>().Select(field => field.Fact).Distinct()];
        RecordedDays? days = asked.Length == 0 ? null : RecordedDays.Read(statement.Questions[0].Query, asked, connection, token);
        if (statement.Statement is not { } sql)
        {
            Write(statement, null, days);
            return;
        }

        statement.Silent = new SilentCells();
        using DuckDbCommand command = sql.CommandOn(connection);
        using RowCursor rows = new(command.ExecuteChunks(token));
        Write(statement, rows, days);
    }

    /// <summary>Writes the answers of all questions of a statement from its rows, from the first on; the days that are recorded where any of them asks.</summary>
    internal static void Write(SharedStatement statement, RowCursor? rows, RecordedDays? days)
    {
        foreach (SubjectQuestion question in statement.Questions)
        {
            ResponseWriter writer = question.Subtree.Writer;
            writer.StartObject();
            foreach (AnswerField field in question.Fields)
            {
                writer.WriteEncodedName(field.Selected.EncodedName);
                switch (field)
                {
                    case RecordField record:
                        days!.Write(record.Fact, writer);
                        break;
                    case CutAnswer cut:
                        new AnswerWriter(rows!, writer, statement.Silent).WriteCut(cut);
                        break;
                    default:
                        writer.WriteString(field.Selected.ParentType.Name);
                        break;
                }
            }

            writer.EndObject();
        }
    }
}
