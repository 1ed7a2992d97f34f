using System.CommandLine;
using ProdSales.Host.Speech;
using ProdSales.Warehouse;

namespace ProdSales.Host.Commands;

/// <summary>Runs the command line and turns every outcome into an exit code and a message.</summary>
internal static class CommandLine
{
    /// <summary>Everything was done.</summary>
    internal const int Fine = 0;

    /// <summary>The request was refused or the work failed; a message says why.</summary>
    internal const int Failed = 1;

    /// <summary>The words of the command were off.</summary>
    internal const int Usage = 2;

    /// <summary>Parses and runs.</summary>
    /// <param name="root">The command tree.</param>
    /// <param name="args">The words after the program's name.</param>
    /// <returns><see cref="Fine"/>, <see cref="Failed"/> or <see cref="Usage"/>.</returns>
    internal static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        Speaker speaker = Speaker.Of(parsed);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync(speaker.Say("command.usage"));
            return Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (RefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.In(speaker));
            return Failed;
        }
        catch (WarehouseException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
        catch (UnauthorizedAccessException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(speaker.Say("command.stopped"));
            return Failed;
        }
    }
}
