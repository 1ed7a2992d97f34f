using System.Diagnostics;
using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Writes rows behind a number that came with the rows of a cut, in the shape that is asked for.</summary>
internal static class RowsWriter
{
    internal static void Write(SelectedField connection, NestedPage page, ResponseWriter writer) => Object(connection, writer, field =>
    {
        switch (field.Name)
        {
            case "edges":
                List(page.Page.Rows, writer, row => Object(field, writer, part => Edge(part, row, writer)));
                break;
            case "nodes":
                List(page.Page.Rows, writer, row => Node(field, row, writer));
                break;
            case "pageInfo":
                Object(field, writer, part => PageInfo(part, page.Page, writer));
                break;
            default:
                writer.WriteNumber(page.Total);
                break;
        }
    });

    private static void PageInfo(SelectedField field, RowPage page, ResponseWriter writer)
    {
        switch (field.Name)
        {
            case "hasNextPage":
                writer.WriteBoolean(page.HasMore);
                break;
            case "hasPreviousPage":
                writer.WriteBoolean(page.HasEarlier);
                break;
            case "startCursor":
                Text(page.Rows is [var first, ..] ? first.Cursor : null, writer);
                break;
            default:
                Text(page.Rows is [.., var last] ? last.Cursor : null, writer);
                break;
        }
    }

    private static void Edge(SelectedField field, NumberRow row, ResponseWriter writer)
    {
        if (field.Name == "cursor")
        {
            writer.WriteString(row.Cursor);
        }
        else
        {
            Node(field, row, writer);
        }
    }

    private static void Node(SelectedField node, NumberRow row, ResponseWriter writer) => Object(node, writer, field =>
    {
        switch (field.Name)
        {
            case "fact":
                writer.WriteString(row.Fact);
                break;
            case "day":
                Text(row.Day?.ToString("O", CultureInfo.InvariantCulture), writer);
                break;
            case "keys":
                List(row.Keys, writer, key => Object(field, writer, part => Text(part.Name == "column" ? key.Column : RowFields.Text(key.Value), writer)));
                break;
            case "columns":
                List(row.Columns, writer, column => Object(field, writer, part => Text(part.Name == "column" ? column.Column : RowFields.Text(column.Value), writer)));
                break;
            case "members":
                List(row.Members, writer, member => Object(field, writer, part => Text(part.Name switch { "dimension" => SchemaNames.Constant(member.Dimension.Name), "id" => member.Id, _ => member.Name }, writer)));
                break;
            case "numerator":
                Number(row.Numerator, writer);
                break;
            case "denominator":
                Number(row.Denominator, writer);
                break;
            case "adds":
                List(row.Adds, writer, part => Text(RowFields.Text(part?.Value), writer));
                break;
            case "document":
                Document(field, row.Document, writer);
                break;
            default:
                throw new UnreachableException($"A row has no {field.Name}.");
        }
    });

    private static void Document(SelectedField field, SourceDocument? document, ResponseWriter writer)
    {
        if (document is null)
        {
            writer.WriteNull();
            return;
        }

        Object(field, writer, part => Text(part.Name switch { "system" => document.System, "id" => document.Id, "line" => document.Line, _ => document.Address }, writer));
    }

    private static void Object(SelectedField selected, ResponseWriter writer, Action<SelectedField> write)
    {
        writer.StartObject();
        foreach (SelectedField field in selected.Fields)
        {
            writer.WriteEncodedName(field.EncodedName);
            if (field.IsTypeName)
            {
                writer.WriteString(field.ParentType.Name);
            }
            else
            {
                write(field);
            }
        }

        writer.EndObject();
    }

    private static void List<T>(IEnumerable<T> items, ResponseWriter writer, Action<T> write)
    {
        writer.StartArray();
        foreach (T item in items)
        {
            write(item);
        }

        writer.EndArray();
    }

    private static void Text(string? text, ResponseWriter writer)
    {
        if (text is null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteString(text);
        }
    }

    private static void Number(decimal? number, ResponseWriter writer)
    {
        if (number is { } value)
        {
            writer.WriteNumber(value);
        }
        else
        {
            writer.WriteNull();
        }
    }
}
