namespace ProdSales.Host.Tests.Running;

/// <summary>How a command ended and what it printed.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors);
