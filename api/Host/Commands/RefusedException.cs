namespace ProdSales.Host.Commands;

/// <summary>A command was refused; the message says what was wrong and what is allowed. The caller's fault.</summary>
/// <param name="message">What to print.</param>
internal sealed class RefusedException(string message) : Exception(message);
