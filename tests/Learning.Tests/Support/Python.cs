using System.Diagnostics;
using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.Learning.Tests.Support;

/// <summary>Debian's Python with scikit-learn and xgboost, as the second opinion.</summary>
internal static class Python
{
    private const string Program = "/usr/bin/python3";
    private static readonly Lazy<string?> Missing = new(FindMissing);

    internal static string? Absence => Missing.Value;

    /// <summary>Runs a script that reads JSON from its input and prints JSON.</summary>
    internal static JsonElement Run(string script, object input)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("script.py"), script);
        (int code, string output, string error) = Start([folder.File("script.py")], JsonSerializer.Serialize(input));
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private static string? FindMissing()
    {
        if (!File.Exists(Program))
        {
            return $"{Program} is not there.";
        }

        (int code, _, _) = Start(["-c", "import sklearn, xgboost"], "");
        return code == 0 ? null : "Debian's python3-sklearn and python3-xgboost are not installed.";
    }

    private static (int Code, string Output, string Error) Start(string[] arguments, string input)
    {
        ProcessStartInfo start = new(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
