using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Questions that differ in their cuts only, and the one statement that answers them.</summary>
internal sealed class SharedStatement
{
    internal SharedStatement(SemanticModel model, IReadOnlyList<SubjectQuestion> questions)
    {
        Questions = questions;
        MetricQuery query = questions[0].Query with { Cuts = [.. questions.SelectMany(question => question.Query.Cuts)] };
        if (query.Cuts.Count == 0)
        {
            return;
        }

        Plan = QueryPlanner.Plan(query);
        Statement = StatementSql.Of(Plan);
        foreach ((CutAnswer answer, PlannedCut cut) in questions.SelectMany(question => question.Cuts).Zip(Plan.Cuts))
        {
            Bind(model, Plan, answer, cut, Statement);
        }
    }

    internal IReadOnlyList<SubjectQuestion> Questions { get; }

    /// <summary>The plan; null when no cut is asked for.</summary>
    internal QueryPlan? Plan { get; }

    /// <summary>The statement; null when no cut is asked for.</summary>
    internal SqlStatement? Statement { get; }

    /// <summary>Values that turned out to be null while the answer was written, and why.</summary>
    internal SilentCells Silent { get; set; } = new();

    /// <summary>Where the answer comes from; null until it is read, and where nobody asked.</summary>
    internal ResultProvenance? Provenance { get; set; }

    private static void Bind(SemanticModel model, QueryPlan plan, CutAnswer answer, PlannedCut cut, SqlStatement statement)
    {
        answer.Index = cut.Index;
        answer.Planned = cut;
        BindColumns(answer.Fields, statement.Columns);
        foreach (RowsField rows in answer.Fields.OfType<RowsField>())
        {
            rows.Columns = NestedRowsColumns.Of(model, plan, cut, rows.Number, statement.Columns);
        }

        foreach ((CutAnswer inner, PlannedCut planned) in answer.Cuts.Zip(cut.Cuts))
        {
            Bind(model, plan, inner, planned, statement);
        }
    }

    private static void BindColumns(IEnumerable<AnswerField> fields, IReadOnlyList<string> columns)
    {
        foreach (AnswerField field in fields)
        {
            switch (field)
            {
                case ColumnField { Column: { } name } column:
                    column.Position = columns.ToList().IndexOf(name);
                    column.SamplePosition = column.Asked is { } asked ? columns.ToList().IndexOf(asked.SampleColumn) : -1;
                    column.TargetPosition = column.Asked is { } held ? columns.ToList().IndexOf(held.Target is null ? held.TargetColumn : held.StatedColumn) : -1;
                    break;
                case GroupField group:
                    BindColumns(group.Fields, columns);
                    break;
            }
        }
    }
}
