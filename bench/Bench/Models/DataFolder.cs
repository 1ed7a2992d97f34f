using System.IO.Compression;

namespace ProdSales.Bench.Models;

/// <summary>A folder of public data sets, one folder a set.</summary>
/// <param name="path">Where it is.</param>
public sealed class DataFolder(string path)
{
    /// <summary>The absolute path of a file or folder named relative to the folder with forward slashes.</summary>
    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Whether there is such a file or folder, the file perhaps with .gz behind its name.</summary>
    public bool Has(string name) => Path.Exists(PathOf(name)) || File.Exists(PathOf($"{name}.gz"));

    /// <summary>The first of the files that is absent, as a clause; null when all are there.</summary>
    public string? Absent(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!Has(name))
            {
                return $"{name} is not there";
            }
        }

        return null;
    }

    /// <summary>The names of the folders that hold a file of that name, in order.</summary>
    public IEnumerable<string> FoldersWith(string file) =>
        Directory.EnumerateDirectories(path).Select(folder => Path.GetFileName(folder)).Where(folder => Has($"{folder}/{file}")).Order(StringComparer.Ordinal);

    /// <summary>Opens a text, unpacked where only its gzip is there.</summary>
    /// <exception cref="FileNotFoundException">It is not there: the caller did not ask.</exception>
    public StreamReader OpenText(string name) => File.Exists(PathOf(name))
        ? new StreamReader(PathOf(name))
        : new StreamReader(new GZipStream(File.OpenRead(PathOf($"{name}.gz")), CompressionMode.Decompress));
}
