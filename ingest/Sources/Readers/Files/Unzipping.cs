using System.IO.Compression;

namespace ProdSales.Sources.Readers.Files;

/// <summary>Unpacks a ZIP archive of one file within limits.</summary>
internal static class Unzipping
{
    private const int MostNames = 10;

    /// <summary>Unpacks the only file of an archive.</summary>
    /// <param name="packed">The archive.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limits">What it may unpack to.</param>
    /// <param name="target">Where the content goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The name of the file in the archive.</returns>
    /// <exception cref="SourceFileException">The archive is damaged, has a password, holds none or several files, or unpacks to more than the limits.</exception>
    internal static string Unzip(FileStream packed, string name, ReadLimits limits, FileStream target, CancellationToken cancellationToken)
    {
        try
        {
            using ZipArchive archive = new(packed, ZipArchiveMode.Read, leaveOpen: true);
            ZipArchiveEntry entry = Only(archive, name);
            using Stream content = entry.Open();
            long total = Unpacking.Copy(content, packed.Length, name, limits, target, cancellationToken);
            return total == entry.Length && Unpacking.Checksum(target, (uint)Math.Min(total, uint.MaxValue)) == entry.Crc32
                ? entry.Name
                : throw Damaged(name, null);
        }
        catch (InvalidDataException error)
        {
            throw Damaged(name, error);
        }
    }

    private static ZipArchiveEntry Only(ZipArchive archive, string name)
    {
        ZipArchiveEntry[] files = [.. archive.Entries.Where(entry => entry.Name.Length > 0 && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))];
        if (files is not [var only])
        {
            string names = files.Length is 0 ? "" : $": {string.Join(", ", files.Take(MostNames).Select(file => file.FullName))}{(files.Length > MostNames ? ", …" : "")}";
            throw Refused(name, $"holds {files.Length} files{names}; allowed is one. Unpack it, and name the file that is meant.");
        }

        return only.IsEncrypted ? throw Refused(name, "has a password; allowed is a ZIP archive without one.") : only;
    }

    private static SourceFileException Refused(string name, string problem) => new(SourceFileCodes.Zip, name, $"{name} {problem}");

    private static SourceFileException Damaged(string name, Exception? error) =>
        new(SourceFileCodes.Zip, name, $"{name} is a damaged or cut-off ZIP archive. Fetch it again.", isTransient: true, error);
}
