using System.Globalization;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Tells in <c>extensions.recordedInPart</c> of which measures only a part of the period asked is on record, whether anybody asks or not: a total of half a month looks like one of a month.</summary>
internal static class RecordedNotes
{
    internal static void Add(SharedStatement statement, ResponseExtensions extensions)
    {
        foreach (SubjectQuestion question in statement.Questions)
        {
            foreach (PartialMeasure known in PartialRecords.Of(question.Query))
            {
                extensions.Append("recordedInPart", writer => Write(question.Subtree.Field.ResponseName, known, writer));
            }
        }
    }

    private static void Write(string root, PartialMeasure known, ResponseWriter writer)
    {
        writer.StartObject();
        writer.WriteName("path");
        writer.StartArray();
        writer.WriteString(root);
        writer.EndArray();
        writer.WriteName("measure");
        writer.WriteString(SchemaNames.Camel(known.Measure.Name));
        writer.WriteName("firstDate");
        writer.WriteString(known.Days.From.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteName("lastDate");
        writer.WriteString(known.Days.To.ToString("O", CultureInfo.InvariantCulture));
        writer.EndObject();
    }
}
