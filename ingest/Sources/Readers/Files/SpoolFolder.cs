using System.Globalization;

namespace ProdSales.Sources.Readers.Files;

/// <summary>A folder for the unpacked and transcoded copies of source files; gone with all of them when disposed.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private readonly string _path;
    private int _count;

    /// <summary>Makes an own folder below another.</summary>
    /// <param name="parent">Where there is room for the largest file unpacked.</param>
    internal SpoolFolder(string parent)
    {
        _path = Path.Combine(parent, $"spool-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(_path);
    }

    /// <summary>Writes a new file.</summary>
    /// <param name="write">Writes its content.</param>
    /// <returns>Its path.</returns>
    internal string Write(Action<FileStream> write)
    {
        string path = Path.Combine(_path, (++_count).ToString(CultureInfo.InvariantCulture));
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        write(stream);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
