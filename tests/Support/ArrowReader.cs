using System.ComponentModel;
using System.Diagnostics;

namespace ProdSales.Support;

/// <summary>The reference reader of Arrow under Node.</summary>
public static class ArrowReader
{
    private static readonly string Folder = Repository.PathOf("tests", "Export.Tests", "oracle");

    private static readonly Lazy<string?> Absence = new(Install);

    /// <summary>Why the reader cannot run here; null when it can. Installs its package when that is absent.</summary>
    public static string? WhyAbsent => Absence.Value;

    /// <summary>What the reader finds in a file: a line of columns, then one line a row.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using Process node = Start("node", "read.mjs", file);
        Task<string> errors = node.StandardError.ReadToEndAsync();
        while (node.StandardOutput.ReadLine() is { } line)
        {
            yield return line;
        }

        node.WaitForExit();
        if (node.ExitCode != 0)
        {
            throw new InvalidOperationException(errors.Result);
        }
    }

    private static string? Install()
    {
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "apache-arrow")))
            {
                return null;
            }

            using Process npm = Start("npm", "ci", "--no-audit", "--no-fund");
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? null : "npm could not install the reader of Arrow";
        }
        catch (Win32Exception)
        {
            return "Node is not installed";
        }
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
