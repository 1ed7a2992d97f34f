using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.Schema;

/// <summary>Writes rows as nested JSON by control break: a row of another cut closes and opens lists, no row becomes an object in between.</summary>
internal sealed class AnswerWriter(RowCursor rows, ResponseWriter writer, SilentCells silent)
{
    // The places in the lists from the outermost in that the row being written stands at.
    private readonly List<int> _place = [];

    /// <summary>Writes the rows of one cut, each with the cuts inside it: a list, or an object for the whole.</summary>
    internal void WriteCut(CutAnswer cut)
    {
        if (cut.IsList)
        {
            writer.StartArray();
            _place.Add(0);
            for (; rows.Cut == cut.Index; _place[^1]++)
            {
                WriteRow(cut);
            }

            _place.RemoveAt(_place.Count - 1);
            writer.EndArray();
        }
        else if (rows.Cut == cut.Index)
        {
            WriteRow(cut);
        }
        else
        {
            silent.NoteWhole(cut, _place);
            writer.WriteNull();
        }
    }

    private void WriteRow(CutAnswer cut)
    {
        writer.StartObject();
        foreach (AnswerField field in cut.Fields.AsSpan(0, cut.FirstCut))
        {
            WriteValue(cut, field, writer);
        }

        if (cut.FirstCut == cut.Fields.Length)
        {
            rows.MoveNext();
        }
        else
        {
            WriteWithCuts(cut, cut.FirstCut);
        }

        writer.EndObject();
    }

    // Values that come after an inner cut are kept aside, for the rows of that cut come before them in the response.
    private void WriteWithCuts(CutAnswer cut, int firstCut)
    {
        using ResponseWriter aside = new(256);
        List<(int Start, int End)> kept = [];
        for (int i = firstCut; i < cut.Fields.Length; i++)
        {
            if (cut.Fields[i] is not CutAnswer)
            {
                aside.StartArray();
                int start = aside.Mark().Position;
                WriteValue(cut, cut.Fields[i], aside, isNamed: false);
                kept.Add((start, aside.Mark().Position));
                aside.EndArray();
            }
        }

        rows.MoveNext();
        int next = 0;
        for (int i = firstCut; i < cut.Fields.Length; i++)
        {
            writer.WriteEncodedName(cut.Fields[i].Selected.EncodedName);
            if (cut.Fields[i] is CutAnswer inner)
            {
                WriteCut(inner);
            }
            else
            {
                (int start, int end) = kept[next++];
                writer.WriteRawValue(aside.Written.Span[start..end]);
            }
        }
    }

    private void WriteValue(CutAnswer cut, AnswerField field, ResponseWriter target, bool isNamed = true)
    {
        if (isNamed)
        {
            target.WriteEncodedName(field.Selected.EncodedName);
        }

        switch (field)
        {
            case ColumnField column when rows.IsNull(column.Position):
                silent.Note(cut, column, _place, rows);
                target.WriteNull();
                break;
            case ColumnField column:
                rows.Write(column.Position, target);
                break;
            case TypeNameField:
                target.WriteString(field.Selected.ParentType.Name);
                break;
            case RowsField { Columns: { } columns }:
                RowsWriter.Write(field.Selected, columns.Page(rows), target);
                break;
            case RowsField:
                target.WriteNull();
                break;
            case GroupField group:
                target.StartObject();
                foreach (AnswerField inner in group.Fields)
                {
                    WriteValue(cut, inner, target);
                }

                target.EndObject();
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{field.Selected.Name} is no value of a row.");
        }
    }
}
