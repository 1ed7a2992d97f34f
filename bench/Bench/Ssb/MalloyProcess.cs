using System.Diagnostics;
using System.Text.Json;

namespace ProdSales.Bench.Ssb;

/// <summary>Malloy in a node process of its own, over the same file; it compiles each question and runs it.</summary>
internal sealed class MalloyProcess : IDisposable
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "bench", "malloy");

    private readonly Process _process;

    private MalloyProcess(Process process) => _process = process;

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Starts it on a file that is open for reading only, or gives null where its packages are not installed.</summary>
    internal static MalloyProcess? Start(string file)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            return null;
        }

        ProcessStartInfo start = new("node", [Path.Combine(Folder, "ssb.mjs"), file])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new MalloyProcess(process);
    }

    /// <summary>Asks one question: what it cost the whole process, and the rows.</summary>
    internal (Cost Cost, string[] Rows) Ask(SsbQuestion question)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { query = question.Malloy, keys = question.Keys.Select(key => key == "year" ? "d_year" : key) }));
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Malloy stopped.");
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement root = document.RootElement;
        return root.TryGetProperty("error", out JsonElement error)
            ? throw new InvalidOperationException($"Malloy, {question.Name}: {error}")
            : (new Cost(root.GetProperty("cpu").GetDouble(), root.GetProperty("wall").GetDouble()), [.. root.GetProperty("rows").EnumerateArray().Select(row => row.GetString()!)]);
    }
}
