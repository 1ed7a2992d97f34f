using System.IO.Compression;
using System.Xml;

namespace ProdSales.Sources.Readers.Workbooks;

/// <summary>Finds the cells of an XLSX sheet that hold an error such as <c>#DIV/0!</c>.</summary>
/// <remarks>The library reads them as empty, and a value that could not be computed is not a value that is missing.</remarks>
internal static class ErrorCells
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    /// <summary>Finds the error cells.</summary>
    /// <param name="workbook">The workbook from its start.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <returns>The errors by the names of their cells, as in <c>C7</c>.</returns>
    internal static IReadOnlyDictionary<string, string> Find(Stream workbook, string sheet)
    {
        Dictionary<string, string> errors = new(StringComparer.Ordinal);
        using ZipArchive archive = new(workbook, ZipArchiveMode.Read, leaveOpen: true);
        string? relation = Attribute(archive, "xl/workbook.xml", "sheet", "name", sheet, "id", Relations);
        string? target = relation is null ? null : Attribute(archive, "xl/_rels/workbook.xml.rels", "Relationship", "Id", relation, "Target", "");
        string path = target is ['/', .. var absolute] ? absolute : $"xl/{target}";
        if (archive.GetEntry(path) is not { } entry)
        {
            return errors;
        }

        using XmlReader xml = XmlReader.Create(entry.Open(), Settings);
        while (xml.Read())
        {
            bool isError = xml.NodeType is XmlNodeType.Element && xml.LocalName is "c" && xml.GetAttribute("t") is "e";
            if (isError && xml.GetAttribute("r") is { } cell)
            {
                errors[cell] = Error(xml.ReadSubtree());
            }
        }

        return errors;
    }

    private static string Error(XmlReader cell)
    {
        while (cell.Read())
        {
            if (cell.NodeType is XmlNodeType.Element && cell.LocalName is "v")
            {
                return cell.ReadElementContentAsString();
            }
        }

        return "#ERROR";
    }

    private static string? Attribute(ZipArchive archive, string part, string element, string key, string value, string wanted, string ns)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            return null;
        }

        using XmlReader xml = XmlReader.Create(entry.Open(), Settings);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == element && xml.GetAttribute(key) == value)
            {
                return xml.GetAttribute(wanted, ns);
            }
        }

        return null;
    }
}
