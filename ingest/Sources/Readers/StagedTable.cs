using System.Globalization;

namespace ProdSales.Sources.Readers;

/// <summary>A table or view of the staging database that holds the good records of one source file, or of several of one form.</summary>
/// <remarks>
/// Beside <see cref="Columns"/> it has <c>_file VARCHAR</c>, the name of the file, and <c>_line BIGINT</c>, the physical line on which the record
/// starts (the row of a sheet or of a Parquet file). An empty text is NULL. Rows come in the order of the file.
/// </remarks>
public sealed record StagedTable
{
    /// <summary>The column with the name of the file.</summary>
    public const string FileColumn = "_file";

    /// <summary>The column with the physical line.</summary>
    public const string LineColumn = "_line";

    /// <summary>Names the part of a table that one of several files makes.</summary>
    internal static string PartName(string table, int part) => string.Create(CultureInfo.InvariantCulture, $"{table}__{part + 1}");

    /// <summary>Gets the name of the table or view.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the file's columns in their order, without <c>_file</c> and <c>_line</c>.</summary>
    public required IReadOnlyList<StagedColumn> Columns { get; init; }

    /// <summary>Gets the number of good records.</summary>
    public required long RowCount { get; init; }

    /// <summary>Gets the records that could not be read, at most <see cref="ReadLimits.MaxKeptDefects"/> of each file.</summary>
    public IReadOnlyList<ReadDefect> Defects { get; init; } = [];

    /// <summary>Gets the number of records that could not be read, those without a kept defect included.</summary>
    public long DefectCount { get; init; }

    /// <summary>Gets what the reader found out and an operator should know, such as an encoding that was not declared.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
