using System.Globalization;
using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Mappings.Staging;

/// <summary>What a file was like when it was staged: plain files are read again by each statement, and must be the same then.</summary>
/// <param name="Line">The line of the mapping on which its table is declared.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="WrittenAt">When it was last written, in UTC.</param>
internal sealed record FileStamp(int Line, string Path, long Length, DateTime WrittenAt)
{
    /// <summary>Takes the stamp of a file.</summary>
    internal static FileStamp Of(int line, string path)
    {
        FileInfo file = new(path);
        return new FileStamp(line, path, file.Exists ? file.Length : 0, file.LastWriteTimeUtc);
    }

    /// <summary>Says what has become of the file since; null when it is the same.</summary>
    internal (string Code, string Message)? Change()
    {
        string name = System.IO.Path.GetFileName(Path);
        if (!File.Exists(Path))
        {
            return (SourceFileCodes.Missing, $"{name} is gone since the mapping was checked: {Path}. Put it back and load again.");
        }

        FileStamp now = Of(Line, Path);
        string sizes = string.Create(CultureInfo.InvariantCulture, $"{Length:N0} bytes then, {now.Length:N0} now");
        return now == this
            ? null
            : (SourceFileCodes.Changed, $"{name} was written since the mapping was checked ({sizes}). Load again when it is whole.");
    }
}
