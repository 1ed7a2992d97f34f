using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Where the rows of an answer hold the first rows behind a number, and what tells whose they are.</summary>
/// <param name="Reader">Reads them.</param>
/// <param name="Rows">The position of the list.</param>
/// <param name="Total">The position of how many there are.</param>
/// <param name="Names">The positions of what tells the members of the row apart.</param>
/// <param name="Period">The position of the step of time; -1 without one.</param>
internal sealed record NestedRowsColumns(NestedRowsReader Reader, int Rows, int Total, IReadOnlyDictionary<CutField, int> Names, int Period)
{
    internal static NestedRowsColumns? Of(SemanticModel model, QueryPlan plan, PlannedCut cut, int number, IReadOnlyList<string> columns)
    {
        int At(string name) => columns.ToList().IndexOf(name);
        return cut.RowColumns(number) is not { } held
            ? null
            : new(new NestedRowsReader(model, plan, cut, number), At(held.Rows), At(held.Total), cut.Identity.ToDictionary(field => field, field => At(field.Column)), cut.FinestStep is null ? -1 : At("period"));
    }

    /// <summary>The page of the row that the cursor stands at.</summary>
    internal NestedPage Page(RowCursor rows)
    {
        DateOnly? step = Period < 0 ? null : rows.Value(Period) as DateOnly?;
        IReadOnlyList<IReadOnlyList<object?>> values = rows.Value(Rows) is object?[] list ? [.. list.Select(row => ((Dictionary<string, object?>)row!).Values.ToArray())] : [];
        (RowPage page, _) = Reader.Page(field => rows.Value(Names[field]) as string, step, values);
        return new NestedPage(page, rows.Whole(Total));
    }
}

/// <summary>The first rows behind a number, and how many there are.</summary>
internal sealed record NestedPage(RowPage Page, long Total);
