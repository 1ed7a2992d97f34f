namespace ProdSales.Sources.Readers.Files;

/// <summary>Turns the path of a source into the files it means.</summary>
internal static class SourcePaths
{
    /// <summary>Lists the files of a source.</summary>
    /// <returns>The file itself, or those that its pattern fits, in the ordinal order of their names; each with the name that messages call it.</returns>
    /// <exception cref="SourceFileException">The pattern fits no file.</exception>
    internal static IReadOnlyList<SourceFile> Expand(SourceFile file)
    {
        string pattern = Path.GetFileName(file.Path);
        if (pattern.IndexOfAny(['*', '?']) < 0)
        {
            return [file];
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        return paths.Length is 0
            ? throw new SourceFileException(SourceFileCodes.Missing, file.Name, $"No file in {folder} fits {pattern}.", isTransient: true)
            : [.. paths.Order(StringComparer.Ordinal).Select(path => file with { Path = path, Name = Path.GetFileName(path) })];
    }
}
