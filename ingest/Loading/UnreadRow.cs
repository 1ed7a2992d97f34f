namespace ProdSales.Loading;

/// <summary>A record of a source that no reader could turn into a row, such as a line with too many fields.</summary>
/// <param name="File">The file as the mapping names it; null when the source is no file.</param>
/// <param name="Line">The physical line on which the record starts, from 1; null when unknown.</param>
/// <param name="Column">The column at fault; null when the whole record is.</param>
/// <param name="Value">The text at fault, or the whole record; null when it cannot be shown.</param>
/// <param name="Code">The stable kebab-case reason.</param>
/// <param name="Allowed">What would have been right; null when the code says it all.</param>
public sealed record UnreadRow(string? File, long? Line, string? Column, string? Value, string Code, string? Allowed);
