namespace ProdSales.Sources.Readers;

/// <summary>A record that could not be read as a row; the rest of the file could.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The physical line on which the record starts, from 1; the row of a sheet.</param>
/// <param name="Column">The column at fault; null when the whole record is.</param>
/// <param name="Value">The text at fault, cut to <see cref="MaxValueLength"/>; null when there is none to show.</param>
/// <param name="Code">The stable code, in kebab case, one of <see cref="ReadDefectCodes"/>.</param>
/// <param name="Message">What is wrong and what is allowed, in English.</param>
/// <param name="Allowed">What is allowed alone, to stand behind the value, as in <c>7 fields</c>.</param>
public sealed record ReadDefect(string File, long? Line, string? Column, string? Value, string Code, string Message, string Allowed)
{
    /// <summary>The most characters of a value that are kept.</summary>
    public const int MaxValueLength = 200;
}
