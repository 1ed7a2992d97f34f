using System.Globalization;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves the fields of a page of rows.</summary>
internal static class RowFields
{
    internal static void Resolve(SchemaBuilder schema, RowQuestion question)
    {
        schema.Object("Query").Field("rows").Attach(new RowsRole()).ResolveAsync(async context => await question.AnswerAsync(context).ConfigureAwait(false));
        schema.Object("RowConnection").Field("edges").Resolve(context => context.Of<RowAnswer>().Page.Rows);
        schema.Object("RowConnection").Field("nodes").Resolve(context => context.Of<RowAnswer>().Page.Rows);
        schema.Object("RowConnection").Field("totalCount").ResolveAsync(async context => await question.CountAsync(context.Of<RowAnswer>().Request, context).ConfigureAwait(false));
        schema.Object("RowConnection").Field("pageInfo").Resolve(context => context.Source);
        schema.Object("PageInfo").Field("hasNextPage").Resolve(context => context.Of<RowAnswer>().Page.HasMore);
        schema.Object("PageInfo").Field("hasPreviousPage").Resolve(context => context.Of<RowAnswer>().Page.HasEarlier);
        schema.Object("PageInfo").Field("startCursor").Resolve(context => context.Of<RowAnswer>().Page.Rows is [var row, ..] ? row.Cursor : null);
        schema.Object("PageInfo").Field("endCursor").Resolve(context => context.Of<RowAnswer>().Page.Rows is [.., var row] ? row.Cursor : null);
        schema.Object("RowEdge").Field("cursor").Resolve(context => context.Of<NumberRow>().Cursor);
        schema.Object("RowEdge").Field("node").Resolve(context => context.Source);
        FieldsTypeBuilder row = schema.Object("NumberRow");
        row.Field("fact").Resolve(context => context.Of<NumberRow>().Fact);
        row.Field("day").Resolve(context => context.Of<NumberRow>().Day);
        row.Field("keys").Resolve(context => context.Of<NumberRow>().Keys);
        row.Field("members").Resolve(context => context.Of<NumberRow>().Members);
        row.Field("columns").Resolve(context => context.Of<NumberRow>().Columns);
        row.Field("numerator").Resolve(context => context.Of<NumberRow>().Numerator);
        row.Field("denominator").Resolve(context => context.Of<NumberRow>().Denominator);
        row.Field("adds").Resolve(context => context.Of<NumberRow>().Adds.Select(part => Text(part?.Value)).ToArray());
        row.Field("document").Resolve(context => context.Of<NumberRow>().Document);
        schema.Object("RowValue").Field("column").Resolve(context => context.Of<RowValue>().Column);
        schema.Object("RowValue").Field("value").Resolve(context => Text(context.Of<RowValue>().Value));
        FieldsTypeBuilder document = schema.Object("SourceDocument");
        document.Field("system").Resolve(context => context.Of<SourceDocument>().System);
        document.Field("id").Resolve(context => context.Of<SourceDocument>().Id);
        document.Field("line").Resolve(context => context.Of<SourceDocument>().Line);
        document.Field("address").Resolve(context => context.Of<SourceDocument>().Address);
    }

    internal static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
