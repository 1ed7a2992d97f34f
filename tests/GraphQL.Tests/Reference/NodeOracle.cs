using System.Diagnostics;
using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>The reference implementation, run by Node from its pinned packages.</summary>
internal sealed class NodeOracle : IDisposable
{
    private static readonly Lazy<string?> Absence = new(Install);

    private readonly Process _node = Start("node", "reference.mjs");

    public static string Folder { get; } = Repository.PathOf("tests", "GraphQL.Tests", "oracle");

    /// <summary>Why the oracle cannot run here; null when it can. Installs its packages when they are absent.</summary>
    public static string? WhyAbsent => Absence.Value;

    /// <summary>Asks for one answer of <c>reference.mjs</c>.</summary>
    public string Ask(object request)
    {
        _node.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        _node.StandardInput.Flush();
        JsonElement answer = JsonDocument.Parse(_node.StandardOutput.ReadLine()!).RootElement;
        return answer.TryGetProperty("ok", out JsonElement ok) ? ok.GetString()! : throw new InvalidOperationException(answer.GetProperty("error").GetString());
    }

    /// <summary>Runs a script to its end and gives what it printed.</summary>
    public static async Task<string> RunAsync(string script, string argument)
    {
        using Process node = Start("node", script, argument);
        string output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output;
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private static string? Install()
    {
        try
        {
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "graphql17")))
            {
                using Process npm = Start("npm", "ci", "--no-audit", "--no-fund");
                npm.StandardOutput.ReadToEnd();
                npm.WaitForExit();
                return npm.ExitCode == 0 ? null : "npm could not install the reference implementation";
            }

            using Process node = Start("node", "--version");
            node.WaitForExit();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not installed";
        }
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
