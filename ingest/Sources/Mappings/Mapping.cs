using ProdSales.Sources.Mappings.Checks;
using ProdSales.Sources.Mappings.Declaration;

namespace ProdSales.Sources.Mappings;

/// <summary>A YAML mapping: how the files of a foreign system become feeds. docs/mappings.md explains the form.</summary>
public sealed class Mapping
{
    private readonly string _text;

    private Mapping(string name, string file, string text)
    {
        Name = name;
        File = file;
        _text = text;
    }

    /// <summary>Gets the name: that of the file without its ending.</summary>
    public string Name { get; }

    /// <summary>Gets the file, as problems name it.</summary>
    public string File { get; }

    /// <summary>Reads a mapping from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The mapping, not yet checked.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Mapping FromFile(string path) => FromText(Path.GetFileName(path), global::System.IO.File.ReadAllText(path));

    /// <summary>Takes a mapping as text.</summary>
    /// <param name="file">What problems call it.</param>
    /// <param name="text">The YAML.</param>
    /// <returns>The mapping, not yet checked.</returns>
    public static Mapping FromText(string file, string text) => new(Path.GetFileNameWithoutExtension(file), file, text);

    /// <summary>Holds the mapping against a folder of files: stages them, checks everything, moves nothing.</summary>
    /// <param name="staging">An empty staging database, which must live as long as the prepared mapping is used.</param>
    /// <param name="folder">The folder that the files of the mapping are relative to.</param>
    /// <param name="cancellation">Stops between two files and within one.</param>
    /// <returns>The prepared mapping, or all problems.</returns>
    public MappingCheck Check(StagingDatabase staging, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(staging);
        ProblemList problems = new(File);
        if (MappingReading.Read(_text, problems) is not { } declaration)
        {
            return new MappingCheck(problems.InOrder(), null);
        }

        MappingPreparation preparation = new(Name, staging, folder, problems);
        return preparation.Prepare(declaration, cancellation);
    }
}
