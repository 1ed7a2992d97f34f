namespace ProdSales.Sources.Readers;

/// <summary>How a file is to be read; whatever is null is found out from the file.</summary>
public sealed record ReadOptions
{
    /// <summary>Gets the kind of file; null goes by the file's extension.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>Gets what parts the fields, of one or more characters; null tries comma, semicolon, tab and bar.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Gets the quote; empty when the file quotes nothing, null for <c>"</c>. Within quotes it is written twice.</summary>
    public string? Quote { get; init; }

    /// <summary>Gets what ends a record, of one or more characters; null finds LF, CRLF or CR.</summary>
    public string? LineEnd { get; init; }

    /// <summary>Gets the name of the encoding, such as <c>gb18030</c> or <c>iso-8859-1</c>; null goes by byte-order mark, then UTF-8, then GB18030.</summary>
    public string? Encoding { get; init; }

    /// <summary>Gets the name of a workbook's sheet; null takes the only one.</summary>
    public string? Sheet { get; init; }

    /// <summary>Gets the name of the table whose INSERT statements are read from a SQL script.</summary>
    public string? Table { get; init; }

    /// <summary>Gets whether the first record names the columns; null means it does unless <see cref="Columns"/> are given.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>Gets the columns in the order of the file, in place of a header; of a Parquet file those that it must have.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Gets the text that stands for a missing value, beside the empty text, which always does.</summary>
    public string? NullText { get; init; }

    /// <summary>Gets the number of lines above the header or first record that are passed over.</summary>
    public int SkipLines { get; init; }

    /// <summary>Gets a value indicating whether a record goes on over line ends until it has all its fields, as where texts hold line ends and nothing is quoted.</summary>
    public bool JoinsShortLines { get; init; }

    /// <summary>Gets the limits that keep a damaged or hostile file from taking the machine.</summary>
    public ReadLimits Limits { get; init; } = new();
}
