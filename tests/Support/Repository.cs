namespace ProdSales.Support;

/// <summary>Finds the project's own folders, whatever folder the tests run from.</summary>
public static class Repository
{
    /// <summary>The folder of <c>ProdSalesService.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The read-only folder of public data sets beside the project, or null where it is absent.</summary>
    public static string? SharedData
    {
        get
        {
            string path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));
            return Directory.Exists(path) ? path : null;
        }
    }

    /// <summary>The executable definitions of the indicators beside the project, or null where they are absent.</summary>
    public static string? SharedKpiViews
    {
        get
        {
            string path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "kpi-views.sql"));
            return File.Exists(path) ? path : null;
        }
    }

    /// <summary>The absolute path of a file or folder named relative to <see cref="Root"/>.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ProdSalesService.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No ProdSalesService.sln above {AppContext.BaseDirectory}.");
    }
}
