namespace ProdSales.Semantics;

/// <summary>A file of the model.</summary>
/// <param name="Name">Name relative to the model's folder, as in <c>Sales/sales.yaml</c>.</param>
/// <param name="Text">Its content.</param>
public sealed record ModelFile(string Name, string Text)
{
    /// <summary>The folder of users that it was read from, as they gave it; null for what the product ships.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether users added it.</summary>
    public bool IsUsers => Folder is not null;

    /// <summary>How messages name it: by the path under which users find it, or by its name where the product ships it.</summary>
    public string ShownName => Folder is null ? Name : Path.Combine(Folder, Name);

    /// <summary>The files that the product ships, in the order of their names.</summary>
    public static IReadOnlyList<ModelFile> Shipped { get; } = ReadShipped();

    private static IReadOnlyList<ModelFile> ReadShipped()
    {
        System.Reflection.Assembly assembly = typeof(ModelFile).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new ModelFile(name, TextOf(assembly, name))),
        ];
    }

    private static string TextOf(System.Reflection.Assembly assembly, string name)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
