namespace ProdSales.Sources.Readers.Files;

/// <summary>Opens files, and says in our words why one cannot be opened.</summary>
internal static class SourceErrors
{
    /// <summary>Opens a file for one pass from front to back.</summary>
    /// <exception cref="SourceFileException">It is absent, a folder, or may not be read.</exception>
    internal static FileStream Open(string path, string name)
    {
        if (Directory.Exists(path))
        {
            throw new SourceFileException(SourceFileCodes.Folder, name, $"{name} is a folder; name a file, or files with * as in {name}/*.csv.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SourceFileException(SourceFileCodes.Missing, name, $"{name} does not exist at {path}.", isTransient: true, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceFileException(SourceFileCodes.Unreadable, name, $"{name} cannot be opened: {error.Message}", isTransient: true, error);
        }
    }

    /// <summary>Says that a file has no content.</summary>
    internal static SourceFileException Empty(string name, string what) =>
        new(SourceFileCodes.Empty, name, $"{name} {what}; a file without rows still needs its header.", isTransient: true);
}
