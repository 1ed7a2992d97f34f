using System.Globalization;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves the fields of a page of rows.</summary>
internal static class RowFields
{
    internal static void Resolve(SchemaBuilder schema, RowQuestion question)
    {
        schema.Object("Query").Field("rows").Attach(new RowsRole()).ResolveAsync(async context => await question.AnswerAsync(context).ConfigureAwait(false));
        schema.Object("RowConnection").Field("edges").Resolve(context => Of<RowAnswer>(context).Page.Rows);
        schema.Object("RowConnection").Field("nodes").Resolve(context => Of<RowAnswer>(context).Page.Rows);
        schema.Object("RowConnection").Field("totalCount").ResolveAsync(async context => await question.CountAsync(Of<RowAnswer>(context).Request, context).ConfigureAwait(false));
        schema.Object("RowConnection").Field("pageInfo").Resolve(context => context.Source);
        schema.Object("PageInfo").Field("hasNextPage").Resolve(context => Of<RowAnswer>(context).Page.HasMore);
        schema.Object("PageInfo").Field("hasPreviousPage").Resolve(context => Of<RowAnswer>(context).Page.HasEarlier);
        schema.Object("PageInfo").Field("startCursor").Resolve(context => Of<RowAnswer>(context).Page.Rows is [var row, ..] ? row.Cursor : null);
        schema.Object("PageInfo").Field("endCursor").Resolve(context => Of<RowAnswer>(context).Page.Rows is [.., var row] ? row.Cursor : null);
        schema.Object("RowEdge").Field("cursor").Resolve(context => Of<NumberRow>(context).Cursor);
        schema.Object("RowEdge").Field("node").Resolve(context => context.Source);
        FieldsTypeBuilder row = schema.Object("NumberRow");
        row.Field("fact").Resolve(context => Of<NumberRow>(context).Fact);
        row.Field("day").Resolve(context => Of<NumberRow>(context).Day);
        row.Field("keys").Resolve(context => Of<NumberRow>(context).Keys);
        row.Field("members").Resolve(context => Of<NumberRow>(context).Members);
        row.Field("columns").Resolve(context => Of<NumberRow>(context).Columns);
        row.Field("numerator").Resolve(context => Of<NumberRow>(context).Numerator);
        row.Field("denominator").Resolve(context => Of<NumberRow>(context).Denominator);
        row.Field("adds").Resolve(context => Of<NumberRow>(context).Adds.Select(part => Text(part?.Value)).ToArray());
        row.Field("document").Resolve(context => Of<NumberRow>(context).Document);
        schema.Object("RowValue").Field("column").Resolve(context => Of<RowValue>(context).Column);
        schema.Object("RowValue").Field("value").Resolve(context => Text(Of<RowValue>(context).Value));
        FieldsTypeBuilder document = schema.Object("SourceDocument");
        document.Field("system").Resolve(context => Of<SourceDocument>(context).System);
        document.Field("id").Resolve(context => Of<SourceDocument>(context).Id);
        document.Field("line").Resolve(context => Of<SourceDocument>(context).Line);
        document.Field("address").Resolve(context => Of<SourceDocument>(context).Address);
    }

    internal static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static T Of<T>(FieldContext context)
        where T : class => (T)context.Source!;
}
