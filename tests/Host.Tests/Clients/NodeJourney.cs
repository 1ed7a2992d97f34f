using System.ComponentModel;
using System.Diagnostics;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Clients;

/// <summary>A script of a client from npm, run by Node from the pinned packages of the engine's tests.</summary>
internal sealed class NodeJourney : IDisposable
{
    private static readonly string Folder = Repository.PathOf("tests", "GraphQL.Tests", "oracle");

    private readonly Process _node;

    internal NodeJourney(string script, string address) => _node = Start("node", script, address);

    /// <summary>Gets why no such script can run here; null when one can.</summary>
    internal static string? WhyAbsent { get; } = Absence();

    /// <summary>The next line that it prints, or null at its end.</summary>
    internal Task<string?> LineAsync() => _node.StandardOutput.ReadLineAsync();

    public void Dispose()
    {
        _node.Kill(entireProcessTree: true);
        _node.Dispose();
    }

    private static string? Absence()
    {
        try
        {
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@urql")))
            {
                return "The packages of tests/GraphQL.Tests/oracle are not installed: npm ci there";
            }

            using Process node = Start("node", "--version");
            node.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return "Node is not installed";
        }
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true })!;
}
