namespace ProdSales.Bench;

/// <summary>The project's own folder, from which a benchmark reads what it does not hold itself.</summary>
internal static class SourceTree
{
    /// <summary>Gets the folder that holds the solution.</summary>
    /// <exception cref="InvalidOperationException">The benchmark was started outside the project: the caller's fault.</exception>
    internal static string Root { get; } = Find();

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ProdSalesService.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmark runs inside the project's folder.");
    }
}
