using ProdSales.Support;

namespace ProdSales.Architecture.Tests;

/// <summary>The files that people wrote: what the structure tests look at.</summary>
internal static class CodeTree
{
    private static readonly string[] Steps = ["ingest", "warehouse", "models", "api"];
    private static readonly string[] Skipped = ["node_modules", "artifacts", "bin", "obj", "dist", "test-results", "generated", ".git", ".svelte-kit"];
    private static readonly string[] CodeEndings = [".cs", ".ts", ".svelte", ".css", ".sql", ".mjs", ".js"];

    internal static IEnumerable<string> ProductionProjects() =>
        AllProjects().Where(project => Steps.Contains(project.Split('/')[0], StringComparer.Ordinal));

    internal static IEnumerable<string> AllProjects() => Files().Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

    internal static IEnumerable<string> CodeFiles() => Files().Where(path => CodeEndings.Contains(Path.GetExtension(path), StringComparer.Ordinal));

    /// <summary>Every file below the root that is not built or installed, as a path relative to the root with forward slashes.</summary>
    internal static IEnumerable<string> Files() => FilesBelow(Repository.Root).Order(StringComparer.Ordinal);

    private static IEnumerable<string> FilesBelow(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(IsWritten))
        {
            foreach (string file in FilesBelow(child))
            {
                yield return file;
            }
        }
    }

    private static bool IsWritten(string folder) => !Skipped.Contains(Path.GetFileName(folder), StringComparer.Ordinal);
}
