using System.Text;

namespace ProdSales.Sources.Readers.Records;

/// <summary>The dialect of a delimited text in UTF-8, with nothing left to find out.</summary>
internal sealed record TextDialect
{
    /// <summary>What parts the fields.</summary>
    internal required byte[] Delimiter { get; init; }

    /// <summary>The quote; null when the file quotes nothing.</summary>
    internal required byte? Quote { get; init; }

    /// <summary>What ends a record; a single LF also takes a CR before it.</summary>
    internal required byte[] LineEnd { get; init; }

    /// <summary>Whether a record goes on over line ends until it has all its fields.</summary>
    internal bool JoinsShortLines { get; init; }

    /// <summary>Whether lines end with LF or CRLF.</summary>
    internal bool EndsWithLineFeed => LineEnd is [(byte)'\n'];

    /// <summary>The delimiter as messages show it.</summary>
    internal string DelimiterName => NameOf(Encoding.UTF8.GetString(Delimiter));

    /// <summary>Writes a delimiter so that it can be read: a tab as <c>\t</c>.</summary>
    internal static string NameOf(string delimiter) => $"\"{delimiter.Replace("\t", "\\t", StringComparison.Ordinal)}\"";
}
