using System.Diagnostics;
using ProdSales.Sources.Readers.Delimited;
using ProdSales.Sources.Readers.Files;
using ProdSales.Sources.Readers.Formats;
using ProdSales.Sources.Readers.Scripts;
using ProdSales.Sources.Readers.Staging;
using ProdSales.Sources.Readers.Workbooks;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Readers;

/// <summary>Makes tables of source files in a staging database, where the SQL of a mapping takes them up.</summary>
/// <remarks>
/// Plain delimited text and Parquet are not copied: they become views, and are read when the view is. Everything else becomes a table.
/// Views may read copies in the spool folder, so the reader must live as long as they are used.
/// </remarks>
public sealed class SourceReader : IDisposable
{
    private readonly SpoolFolder _spool;

    /// <summary>Makes a reader.</summary>
    /// <param name="spoolParent">A folder with room for compressed or transcoded files at their full size; copies are deleted with the reader.</param>
    public SourceReader(string spoolParent) => _spool = new SpoolFolder(spoolParent);

    /// <summary>Gets the reader's own folder, which is deleted with it.</summary>
    internal string SpoolFolder => _spool.Path;

    /// <summary>Stages a file, or all files that its pattern fits as one table.</summary>
    /// <param name="staging">An open connection to the staging database, without a transaction; it reads local files, so it is not the warehouse's.</param>
    /// <param name="tableName">The table or view to be made; one of that name is replaced.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What was staged, with every record that could not be read.</returns>
    /// <exception cref="SourceFileException">A file cannot be read at all.</exception>
    /// <exception cref="Warehouse.WarehouseException">The staging database failed.</exception>
    public StagedTable Stage(DuckDbConnection staging, string tableName, SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(staging);
        ArgumentException.ThrowIfNullOrWhiteSpace(tableName);
        ArgumentNullException.ThrowIfNull(file);
        IReadOnlyList<SourceFile> files = SourcePaths.Expand(file);
        if (files.Count is 1)
        {
            return StageWhole(files[0], new StagingTarget(staging, tableName, _spool), cancellationToken);
        }

        StagedTable[] parts = [.. files.Select((part, index) =>
            StageWhole(part, new StagingTarget(staging, StagedTable.PartName(tableName, index), _spool), cancellationToken))];
        new StagingTarget(staging, tableName, _spool).Clear();
        return StagedUnion.Of(staging, tableName, parts);
    }

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();

    private StagedTable StageWhole(SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return StageOne(file, target, cancellationToken);
        }
        catch (IOException error)
        {
            throw new SourceFileException(SourceFileCodes.Unreadable, file.Name, $"{file.Name} cannot be read or unpacked: {error.Message}", isTransient: true, error);
        }
    }

    private StagedTable StageOne(SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (string path, string content, byte[] beginning) = Unpacked(file, cancellationToken);
        SourceFormat format = file.Options.Format ?? FormatDetection.ByExtension(content);
        FormatDetection.Require(file.Name, format, beginning);
        target.Clear();
        return format switch
        {
            SourceFormat.Delimited => DelimitedFile.Stage(path, file, target, cancellationToken),
            SourceFormat.Parquet => ParquetFile.Stage(path, file, target),
            SourceFormat.Ndjson => NdjsonFile.Stage(path, file, target, cancellationToken),
            SourceFormat.Workbook => WorkbookFile.Stage(path, file, target, cancellationToken),
            SourceFormat.EventLog => EventLogFile.Stage(path, file, target, cancellationToken),
            SourceFormat.SqlScript => SqlScriptFile.Stage(path, file, target, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Unpacks a file that is packed.</summary>
    /// <returns>Where its content lies, the name that tells the content's format, and the first bytes of it.</returns>
    private (string Path, string Name, byte[] Beginning) Unpacked(SourceFile file, CancellationToken cancellationToken)
    {
        using FileStream stream = SourceErrors.Open(file.Path, file.Name);
        byte[] beginning = Beginning(stream);
        string name = Path.GetFileName(file.Path);
        if (beginning.Length is 0)
        {
            throw SourceErrors.Empty(file.Name, "has no bytes");
        }

        bool isZip = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        RequirePacked(file.Name, name, isZip, beginning);
        if (!isZip && !Unpacking.IsGzip(beginning))
        {
            return (file.Path, name, beginning);
        }

        string path = _spool.Write(target =>
        {
            if (isZip)
            {
                name = Unzipping.Unzip(stream, file.Name, file.Options.Limits, target, cancellationToken);
            }
            else
            {
                Unpacking.Unpack(stream, file.Name, file.Options.Limits, target, cancellationToken);
            }
        });
        using FileStream unpacked = SourceErrors.Open(path, file.Name);
        byte[] content = Beginning(unpacked);
        return content.Length is 0 ? throw SourceErrors.Empty(file.Name, "unpacks to no bytes") : (path, name, content);
    }

    private static void RequirePacked(string file, string name, bool isZip, ReadOnlySpan<byte> beginning)
    {
        if (isZip && beginning is not [(byte)'P', (byte)'K', ..])
        {
            throw new SourceFileException(SourceFileCodes.Zip, file, $"{file} ends in .zip but is no ZIP archive: it must begin with the letters PK.");
        }

        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !Unpacking.IsGzip(beginning))
        {
            throw new SourceFileException(SourceFileCodes.Gzip, file, $"{file} ends in .gz but is no gzip file: it must begin with the bytes 1F 8B.");
        }
    }

    private static byte[] Beginning(FileStream stream)
    {
        byte[] beginning = new byte[16];
        int length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        return beginning[..length];
    }
}
