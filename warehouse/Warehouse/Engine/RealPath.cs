namespace ProdSales.Warehouse.Engine;

/// <summary>One name for one file, whatever links lead to it.</summary>
internal static class RealPath
{
    /// <summary>Resolves symbolic links in every part of a path; parts that do not exist are kept as they are.</summary>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        string? parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        string here = Path.Combine(Of(parent), Path.GetFileName(full));
        FileSystemInfo? target = Path.Exists(here) ? File.ResolveLinkTarget(here, returnFinalTarget: true) : null;
        return target is null ? here : Of(target.FullName);
    }
}
