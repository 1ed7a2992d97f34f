namespace ProdSales.Host;

/// <summary>The source tree that the program was built in, where it still stands.</summary>
internal static class SourceTree
{
    /// <summary>The folder of <c>ProdSalesService.sln</c>; null when the program runs elsewhere.</summary>
    internal static string? Root { get; } = Find();

    private static string? Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ProdSalesService.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
