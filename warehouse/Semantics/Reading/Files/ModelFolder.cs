using System.Text;

namespace ProdSales.Semantics;

/// <summary>What stood in a folder in which users keep files of their own, added to what the product ships.</summary>
public sealed class ModelFolder
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostFiles = 1_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = false };

    private ModelFolder(string path, IReadOnlyList<ModelFile> files, IReadOnlyList<ModelDefect> defects)
    {
        Path = path;
        Files = files;
        Defects = defects;
    }

    /// <summary>The folder, as its users name it.</summary>
    public string Path { get; }

    /// <summary>Its files in the order of their names.</summary>
    public IReadOnlyList<ModelFile> Files { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<ModelDefect> Defects { get; }

    /// <summary>Reads every file whose name ends in .yaml or .yml, those of folders inside included; what starts with a dot is passed over.</summary>
    /// <param name="path">The folder, as its users name it.</param>
    public static ModelFolder Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<ModelFile> files = [];
        List<ModelDefect> defects = [];
        foreach (string name in NamesIn(path, defects))
        {
            try
            {
                files.Add(new ModelFile(name.Replace('\\', '/'), TextOf(System.IO.Path.Combine(path, name))) { Folder = path });
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
            {
                LocalisedText reason = error is DecoderFallbackException ? new("字节不是 UTF-8", "its bytes are no UTF-8") : new(error.Message, error.Message);
                defects.Add(Unreadable(System.IO.Path.Combine(path, name), reason));
            }
        }

        return new ModelFolder(path, files, defects);
    }

    /// <summary>Whether the other, read before or after, holds the same texts and lacks the same.</summary>
    public bool SaysTheSameAs(ModelFolder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Files.SequenceEqual(other.Files) && Defects.SequenceEqual(other.Defects);
    }

    /// <summary>Compiles the files together with those that the product ships.</summary>
    public ModelCompilation Compile()
    {
        ModelCompilation compilation = ModelReader.Compile([.. ModelFile.Shipped, .. Files]);
        return Defects.Count == 0 ? compilation : new ModelCompilation(null, [.. Defects, .. compilation.Defects]);
    }

    private static string[] NamesIn(string path, List<ModelDefect> defects)
    {
        try
        {
            string[] names =
            [
                .. Directory.EnumerateFiles(path, "*", Everything)
                    .Select(file => System.IO.Path.GetRelativePath(path, file))
                    .Where(IsOfModel)
                    .Order(StringComparer.Ordinal)
                    .Take(MostFiles + 1),
            ];
            if (names.Length > MostFiles)
            {
                defects.Add(Unreadable(path, new($"其中的文件超过 {MostFiles} 个", $"it holds more than {MostFiles} files")));
            }

            return names;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            defects.Add(Unreadable(path, new(error.Message, error.Message)));
            return [];
        }
    }

    private static bool IsOfModel(string name) =>
        (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        && !name.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));

    private static string TextOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length > MostBytes)
        {
            throw new IOException($"it has more than {MostBytes} bytes");
        }

        using StreamReader reader = new(file, Strict);
        return reader.ReadToEnd();
    }

    private static ModelDefect Unreadable(string path, LocalisedText reason) => FileFaults.FileUnreadable(reason).At(new SourcePlace(path, 1, IsUsers: true));
}
