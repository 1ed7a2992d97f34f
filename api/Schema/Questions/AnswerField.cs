using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>One field of the answer, in the order of the response.</summary>
internal abstract record AnswerField(SelectedField Selected);

/// <summary>A value of the row; the column is null where the value is null in every row.</summary>
internal sealed record ColumnField(SelectedField Selected, string? Column) : AnswerField(Selected)
{
    /// <summary>The position of the column in the rows; -1 where every value is null.</summary>
    internal int Position { get; set; } = -1;

    /// <summary>The measure that it is the value of; null for names and days.</summary>
    internal MeasureRequest? Asked { get; init; }

    /// <summary>The position of the column of its number of cases; -1 where none is demanded.</summary>
    internal int SamplePosition { get; set; } = -1;

    /// <summary>The position of the column of its target; -1 where it is held against none.</summary>
    internal int TargetPosition { get; set; } = -1;
}

/// <summary>The name of the type.</summary>
internal sealed record TypeNameField(SelectedField Selected) : AnswerField(Selected);

/// <summary>An object whose values come from the same row.</summary>
internal sealed record GroupField(SelectedField Selected, IReadOnlyList<AnswerField> Fields) : AnswerField(Selected);

/// <summary>A cut: rows of their own.</summary>
internal sealed record CutAnswer(SelectedField Selected, bool IsList, AnswerField[] Fields) : AnswerField(Selected)
{
    /// <summary>The place of the first cut among the fields; their number where there is none.</summary>
    internal int FirstCut { get; } = Array.FindIndex(Fields, field => field is CutAnswer) is var found and >= 0 ? found : Fields.Length;

    /// <summary>The number by which rows of the result name this cut.</summary>
    internal int Index { get; set; }

    /// <summary>The cut of the plan that gives its rows.</summary>
    internal PlannedCut? Planned { get; set; }

    /// <summary>The cuts directly inside, in the order of the response.</summary>
    internal IEnumerable<CutAnswer> Cuts => Fields.OfType<CutAnswer>();
}

/// <summary>The first rows behind a number.</summary>
/// <param name="Selected">What is asked of them.</param>
/// <param name="Number">Which of the rows that its cut gives.</param>
internal sealed record RowsField(SelectedField Selected, int Number) : AnswerField(Selected)
{
    /// <summary>Reads and places them; null where the cut does not give them.</summary>
    internal NestedRowsColumns? Columns { get; set; }
}

/// <summary>Something about the rows on record.</summary>
internal sealed record RecordField(SelectedField Selected, RecordFact Fact) : AnswerField(Selected);
