using System.Diagnostics;

namespace ProdSales.Host.Tests.Running;

/// <summary>The <c>prodsales</c> program as its users start it: a process of its own.</summary>
internal static class ProdSalesProgram
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "prodsales");

    /// <summary>Runs a command to its end.</summary>
    internal static Task<ProgramResult> RunAsync(params string[] arguments) => RunInAsync([], arguments);

    /// <summary>Runs a command to its end with further variables in its environment.</summary>
    internal static async Task<ProgramResult> RunInAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        using Process process = Start(arguments, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the server on a free port and waits until it listens.</summary>
    internal static Task<ServerProcess> ServeAsync(string database, params string[] options) => ServeInAsync([], database, options);

    /// <summary>Starts the server with further variables in its environment.</summary>
    internal static async Task<ServerProcess> ServeInAsync((string Name, string Value)[] environment, string database, params string[] options)
    {
        Process process = Start(["serve", "--db", database, "--url", "http://127.0.0.1:0", "--no-schedule", .. options], environment);
        string? line = await process.StandardOutput.ReadLineAsync();
        if (line is null)
        {
            string errors = await process.StandardError.ReadToEndAsync();
            throw new InvalidOperationException($"The server did not start: {errors}");
        }

        string address = line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal));
        return new ServerProcess(process, new Uri(address));
    }

    private static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(Executable, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start.");
    }
}
