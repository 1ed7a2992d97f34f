using ProdSales.GraphQL.Execution.Responses;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Tells in <c>extensions.unavailable</c> which measures are null because any number would be wrong, and why.</summary>
internal static class UnavailableNotes
{
    internal static void Add(SharedStatement statement, ResponseExtensions extensions)
    {
        if (statement.Plan is null)
        {
            return;
        }

        IEnumerable<(string Root, CutAnswer Answer)> outermost = statement.Questions.SelectMany(
            question => question.Cuts.Select(cut => (question.Subtree.Field.ResponseName, cut)));
        foreach (((string root, CutAnswer answer), PlannedCut cut) in outermost.Zip(statement.Plan.Cuts))
        {
            Add([root, answer.Selected.ResponseName], answer, cut, statement.Silent, extensions);
        }
    }

    private static void Add(string[] path, CutAnswer answer, PlannedCut cut, SilentCells silent, ResponseExtensions extensions)
    {
        foreach (UnavailableMeasure reason in cut.Unavailable)
        {
            extensions.Append("unavailable", writer => Write(path, reason, writer));
        }

        foreach (SilentNote note in silent.Of(answer))
        {
            extensions.Append("unavailable", writer => Write(path, note, writer));
        }

        foreach ((CutAnswer inner, PlannedCut planned) in answer.Cuts.Zip(cut.Cuts))
        {
            Add([.. path, inner.Selected.ResponseName], inner, planned, silent, extensions);
        }
    }

    private static void Write(string[] path, UnavailableMeasure reason, ResponseWriter writer)
    {
        Start(path, SchemaNames.Camel(reason.Measure), reason.Code, reason.Comparison, writer);
        if (reason.Dimension is { } dimension)
        {
            writer.WriteName("dimension");
            writer.WriteString(SchemaNames.Camel(dimension));
        }

        if (reason.Source is { } source)
        {
            writer.WriteName("source");
            writer.WriteString(source);
        }

        writer.EndObject();
    }

    private static void Start(string[] path, string measure, string code, Comparison? comparison, ResponseWriter writer)
    {
        writer.StartObject();
        writer.WriteName("path");
        writer.StartArray();
        foreach (string step in path)
        {
            writer.WriteString(step);
        }

        writer.EndArray();
        writer.WriteName("measure");
        writer.WriteString(measure);
        writer.WriteName("code");
        writer.WriteString(code);
        if (comparison is not null)
        {
            writer.WriteName("comparison");
            writer.WriteString(SchemaNames.Constant(comparison.Name));
        }
    }

    // Of a cut that is no list, and stands in none, there is one cell.
    private static void Write(string[] path, SilentNote note, ResponseWriter writer)
    {
        Start(path, note.Asked.Target is not null ? $"target.{SchemaNames.Camel(note.Asked.Measure.Name)}" : note.Asked.IsStatus ? SchemaNames.Status(note.Asked.Measure) : SchemaNames.Camel(note.Asked.Measure.Name), note.Code, note.Asked.Comparison, writer);
        if (note.Minimum is { } minimum)
        {
            writer.WriteName("minimum");
            writer.WriteNumber(minimum);
        }

        if (note.Cells is [{ Place.Count: 0 } only])
        {
            WriteSample(only, writer);
        }
        else
        {
            writer.WriteName("cells");
            writer.StartArray();
            foreach (SilentCell cell in note.Cells)
            {
                Write(cell, writer);
            }

            writer.EndArray();
        }

        writer.EndObject();
    }

    private static void Write(SilentCell cell, ResponseWriter writer)
    {
        writer.StartObject();
        writer.WriteName("row");
        writer.StartArray();
        foreach (int step in cell.Place)
        {
            writer.WriteNumber(step);
        }

        writer.EndArray();
        WriteSample(cell, writer);
        writer.EndObject();
    }

    private static void WriteSample(SilentCell cell, ResponseWriter writer)
    {
        if (cell.Cases is { } cases)
        {
            writer.WriteName("sample");
            writer.WriteNumber(cases);
        }
    }
}
