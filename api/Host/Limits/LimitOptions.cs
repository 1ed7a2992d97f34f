using System.CommandLine;
using ProdSales.Host.Commands;

namespace ProdSales.Host.Limits;

/// <summary>What an operator says about limits when a server starts.</summary>
internal sealed class LimitOptions
{
    private readonly Option<FileInfo?> _file = new("--limits") { Description = "A YAML file of limits, a name and a number a line; docs/limits.md names all." };

    private readonly Option<bool> _isClosed = new("--no-introspection") { Description = "Tells the schema, and names near a wrong one, only to those whose role gives the right read_schema; for all others GraphiQL then knows no fields." };

    internal LimitOptions(Command command)
    {
        command.Add(_file);
        command.Add(_isClosed);
    }

    /// <summary>The limits of a command line.</summary>
    /// <exception cref="RefusedException">The file is not one of limits.</exception>
    internal ServerLimits Of(ParseResult parsed) =>
        (parsed.GetValue(_file) is { } file ? LimitsFile.Read(file) : new ServerLimits()) with { AllowsIntrospection = !parsed.GetValue(_isClosed) };
}
