using System.Globalization;

namespace ProdSales.Sources.Readers.Files;

/// <summary>A folder for the unpacked and transcoded copies of source files; gone with all of them when disposed.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private int _count;

    /// <summary>Makes an own folder below another.</summary>
    /// <param name="parent">Where there is room for the largest file unpacked.</param>
    internal SpoolFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, $"spool-{System.IO.Path.GetRandomFileName()}");
        Directory.CreateDirectory(Path);
    }

    /// <summary>The folder.</summary>
    internal string Path { get; }

    /// <summary>Writes a new file.</summary>
    /// <param name="write">Writes its content.</param>
    /// <returns>Its path.</returns>
    internal string Write(Action<FileStream> write)
    {
        string path = System.IO.Path.Combine(Path, (++_count).ToString(CultureInfo.InvariantCulture));
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        write(stream);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
