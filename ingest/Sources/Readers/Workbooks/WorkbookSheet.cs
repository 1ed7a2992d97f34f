using System.Globalization;
using System.Text;
using ExcelDataReader;
using ProdSales.Sources.Readers.Files;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Workbooks;

/// <summary>Stages the rows of the sheet that a reader stands on; blank rows are passed over.</summary>
/// <param name="reader">The reader.</param>
/// <param name="errors">The error cells of the sheet by name, which the reader gives as empty.</param>
/// <param name="file">What is declared about the file.</param>
internal sealed class WorkbookSheet(IExcelDataReader reader, IReadOnlyDictionary<string, string> errors, SourceFile file)
{
    private readonly DefectLog _defects = new(file.Name, file.Options.Limits);
    private long _row;

    private IEnumerable<int> Cells => Enumerable.Range(0, reader.FieldCount);

    /// <summary>Stages the sheet.</summary>
    /// <exception cref="SourceFileException">The sheet has no header, or one at fault.</exception>
    internal StagedTable Stage(StagingTarget target, CancellationToken cancellationToken)
    {
        for (int skipped = 0; skipped < file.Options.SkipLines && reader.Read(); skipped++)
        {
            _row++;
        }

        bool hasHeader = file.Options.HasHeader ?? file.Options.Columns is null;
        bool isAtRow = ReadRow();
        IReadOnlyList<string> columns = Columns(isAtRow, hasHeader);
        isAtRow = isAtRow && (!hasHeader || ReadRow());
        using StagingWriter writer = StagingWriter.Create(target, columns, file);
        for (; isAtRow; isAtRow = ReadRow())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FaultyCell(columns) is not var (cell, problem))
            {
                WriteRow(writer, columns.Count);
            }
            else
            {
                string? column = cell < columns.Count ? columns[cell] : null;
                string? value = WorkbookCells.Text(reader, cell) ?? Error(cell);
                _defects.Add(_row, column, Encoding.UTF8.GetBytes(value ?? ""), problem);
            }
        }

        writer.Complete();
        return StagedRows.Of(target.Table, columns, writer, _defects);
    }

    private IReadOnlyList<string> Columns(bool isAtRow, bool hasHeader)
    {
        if (file.Options.Columns is { } declared)
        {
            HeaderNames.Require(declared, file.Name, "declaration");
            return declared;
        }

        if (!isAtRow)
        {
            throw SourceErrors.Empty(file.Name, $"has no cells in the sheet \"{reader.Name}\"");
        }

        string[] cells = [.. Cells.Select(column => WorkbookCells.Text(reader, column) ?? "")];
        int used = Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1;
        return hasHeader
            ? HeaderNames.From(cells[..used], file.Name, string.Create(CultureInfo.InvariantCulture, $"row {_row}"))
            : HeaderNames.Numbered(Cells);
    }

    private bool ReadRow()
    {
        while (reader.Read())
        {
            _row++;
            if (Cells.Any(column => reader.GetValue(column) is not null || Error(column) is not null))
            {
                return true;
            }
        }

        return false;
    }

    private (int Cell, RecordProblem Problem)? FaultyCell(IReadOnlyList<string> columns)
    {
        for (int cell = 0; cell < reader.FieldCount; cell++)
        {
            if (cell < columns.Count && Error(cell) is { } error)
            {
                string text = $"has the error {error} in cell {Name(cell)}; a value or an empty cell is allowed.";
                return (cell, new RecordProblem(ReadDefectCodes.CellError, text, "a value or an empty cell"));
            }

            if (cell >= columns.Count && reader.GetValue(cell) is not null)
            {
                string text = $"has a value in cell {Name(cell)}, right of the {columns.Count} columns of the header.";
                return (cell, new RecordProblem(ReadDefectCodes.FieldCount, text, $"values in the {columns.Count} columns of the header"));
            }
        }

        return null;
    }

    private string? Error(int cell) => errors.Count is 0 ? null : errors.GetValueOrDefault(Name(cell));

    private string Name(int cell) => WorkbookCells.Name(cell, _row);

    private void WriteRow(StagingWriter writer, int columns)
    {
        for (int column = 0; column < Math.Min(columns, reader.FieldCount); column++)
        {
            writer.Set(column, WorkbookCells.Text(reader, column));
        }

        writer.EndRow(_row);
    }
}
