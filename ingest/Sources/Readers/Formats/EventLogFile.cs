using System.Xml;
using ProdSales.Sources.Readers.Files;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Formats;

/// <summary>Stages an XES event log: one row an event, its attributes by their keys, those of its case with <c>case:</c> before the key.</summary>
/// <remarks>Attributes of attributes and lists are passed over.</remarks>
internal static class EventLogFile
{
    private const string CasePrefix = "case:";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Stages a log.</summary>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="file">What is declared about it.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="SourceFileException">The file is no well-formed XES.</exception>
    internal static StagedTable Stage(string path, SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        try
        {
            string[] columns = [.. Columns(path, file.Name)];
            Staging.HeaderNames.Require(columns, file.Name, "attributes");
            Dictionary<string, int> indexes = columns.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
            using StagingWriter writer = StagingWriter.Create(target, columns, file);
            foreach (LogEvent happening in Events(path, file.Name))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach ((string key, string value) in happening.Attributes)
                {
                    writer.Set(indexes[key], value);
                }

                writer.EndRow(happening.Line);
            }

            writer.Complete();
            return StagedRows.Of(target.Table, columns, writer, new DefectLog(file.Name, file.Options.Limits));
        }
        catch (XmlException error)
        {
            throw new SourceFileException(
                SourceFileCodes.EventLog, file.Name, $"{file.Name} is no well-formed event log: {error.Message} Fetch it again.", isTransient: true, error);
        }
    }

    private static IEnumerable<string> Columns(string path, string name) =>
        Events(path, name).SelectMany(happening => happening.Attributes.Keys).Distinct(StringComparer.Ordinal);

    private static IEnumerable<LogEvent> Events(string path, string name)
    {
        using FileStream stream = SourceErrors.Open(path, name);
        using XmlReader xml = XmlReader.Create(stream, Settings);
        if (xml.MoveToContent() is not XmlNodeType.Element || xml.LocalName is not "log")
        {
            throw new SourceFileException(SourceFileCodes.EventLog, name, $"{name} begins with the element \"{xml.LocalName}\"; an event log begins with \"log\".");
        }

        Dictionary<string, string> ofCase = new(StringComparer.Ordinal);
        while (xml.Read())
        {
            bool isStart = xml.NodeType is XmlNodeType.Element;
            if (isStart && xml.Depth is 1 && xml.LocalName is "trace")
            {
                ofCase.Clear();
            }
            else if (isStart && xml.Depth is 2 && xml.LocalName is "event")
            {
                yield return ReadEvent(xml, ofCase);
            }
            else if (isStart && xml.Depth is 2 && Attribute(xml) is var (key, value))
            {
                ofCase[CasePrefix + key] = value;
            }
        }
    }

    private static LogEvent ReadEvent(XmlReader xml, Dictionary<string, string> ofCase)
    {
        int line = ((IXmlLineInfo)xml).LineNumber;
        Dictionary<string, string> attributes = new(ofCase, StringComparer.Ordinal);
        if (!xml.IsEmptyElement)
        {
            int depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType is XmlNodeType.Element && xml.Depth == depth + 1 && Attribute(xml) is var (key, value))
                {
                    attributes[key] = value;
                }
            }
        }

        return new LogEvent(line, attributes);
    }

    private static (string Key, string Value)? Attribute(XmlReader xml) =>
        xml.GetAttribute("key") is { } key && xml.GetAttribute("value") is { } value ? (key, value) : null;

    private sealed record LogEvent(int Line, Dictionary<string, string> Attributes);
}
