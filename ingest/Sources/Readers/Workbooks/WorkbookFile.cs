using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ProdSales.Sources.Readers.Files;
using ProdSales.Sources.Readers.Staging;

namespace ProdSales.Sources.Readers.Workbooks;

/// <summary>Stages one sheet of an XLSX or XLS workbook; the first row that is not blank is the header.</summary>
internal static class WorkbookFile
{
    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Stages a sheet.</summary>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="file">What is declared about it.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="SourceFileException">The file is no workbook, or has no such sheet.</exception>
    internal static StagedTable Stage(string path, SourceFile file, StagingTarget target, CancellationToken cancellationToken)
    {
        using FileStream stream = SourceErrors.Open(path, file.Name);
        RequireSize(stream, file);
        CompoundFile? container = IsZip(stream) ? null : CompoundFile.Open(File.ReadAllBytes(path));
        if (container?.Has("EncryptedPackage") is true)
        {
            throw HasPassword(file.Name, null);
        }

        try
        {
            using IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            SelectSheet(reader, file);
            IReadOnlyDictionary<string, string> errors = container is null ? Errors(path, file.Name, reader.Name) : OldErrorCells.Find(container, reader.Name);
            return new WorkbookSheet(reader, errors, file).Stage(target, cancellationToken);
        }
        catch (InvalidPasswordException error)
        {
            throw HasPassword(file.Name, error);
        }
        catch (Exception error) when (error is ExcelReaderException or InvalidDataException or System.Xml.XmlException or EndOfStreamException)
        {
            throw new SourceFileException(
                SourceFileCodes.Workbook,
                file.Name,
                $"{file.Name} is no workbook that can be read: {error.Message} Allowed are XLSX and XLS without a password.",
                isTransient: true,
                error);
        }
    }

    private static SourceFileException HasPassword(string name, Exception? error) =>
        new(SourceFileCodes.Workbook, name, $"{name} has a password; save it without one.", isTransient: false, error);

    private static IReadOnlyDictionary<string, string> Errors(string path, string name, string sheet)
    {
        using FileStream stream = SourceErrors.Open(path, name);
        return IsZip(stream) ? ErrorCells.Find(stream, sheet) : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private static bool IsZip(FileStream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        bool isZip = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) is 2 && mark.SequenceEqual("PK"u8);
        stream.Seek(0, SeekOrigin.Begin);
        return isZip;
    }

    private static void SelectSheet(IExcelDataReader reader, SourceFile file)
    {
        List<string> names = [];
        do
        {
            names.Add(reader.Name);
        }
        while (reader.NextResult());
        int wanted = file.Options.Sheet is { } sheet
            ? names.FindIndex(name => name.Equals(sheet, StringComparison.OrdinalIgnoreCase))
            : names.Count is 1 ? 0 : -1;
        if (wanted < 0)
        {
            string asked = file.Options.Sheet is { } missing ? $"has no sheet \"{missing}\"" : $"has {names.Count} sheets and none was named";
            throw new SourceFileException(SourceFileCodes.Sheet, file.Name, $"{file.Name} {asked}; it has {string.Join(", ", names.Select(name => $"\"{name}\""))}.");
        }

        reader.Reset();
        for (int skipped = 0; skipped < wanted; skipped++)
        {
            reader.NextResult();
        }
    }

    /// <summary>Refuses an XLSX, which is a ZIP archive, that unpacks to more than the limits.</summary>
    private static void RequireSize(FileStream stream, SourceFile file)
    {
        if (!IsZip(stream))
        {
            return;
        }

        long unpacked = UnpackedBytes(stream);
        stream.Seek(0, SeekOrigin.Begin);
        long allowed = Math.Min(file.Options.Limits.MaxUnpackedBytes, Math.Max(16 << 20, stream.Length * file.Options.Limits.MaxUnpackedRatio));
        if (unpacked > allowed)
        {
            throw new SourceFileException(
                SourceFileCodes.UnpackedTooLarge,
                file.Name,
                string.Create(CultureInfo.InvariantCulture, $"{file.Name} unpacks from {stream.Length:N0} bytes to {unpacked:N0}; allowed are {allowed:N0}."));
        }
    }

    private static long UnpackedBytes(FileStream stream)
    {
        try
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Sum(entry => entry.Length);
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }
}
