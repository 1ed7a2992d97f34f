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
            Add([root, answer.Selected.ResponseName], answer, cut, extensions);
        }
    }

    private static void Add(string[] path, CutAnswer answer, PlannedCut cut, ResponseExtensions extensions)
    {
        foreach (UnavailableMeasure reason in cut.Unavailable)
        {
            extensions.Append("unavailable", writer => Write(path, reason, writer));
        }

        foreach ((CutAnswer inner, PlannedCut planned) in answer.Cuts.Zip(cut.Cuts))
        {
            Add([.. path, inner.Selected.ResponseName], inner, planned, extensions);
        }
    }

    private static void Write(string[] path, UnavailableMeasure reason, ResponseWriter writer)
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
        writer.WriteString(SchemaNames.Camel(reason.Measure));
        writer.WriteName("code");
        writer.WriteString(reason.Code);
        if (reason.Comparison is { } comparison)
        {
            writer.WriteName("comparison");
            writer.WriteString(SchemaNames.Constant(comparison.Name));
        }

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
}
