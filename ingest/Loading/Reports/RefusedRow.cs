namespace ProdSales.Loading.Reports;

/// <summary>One thing that is wrong with one row.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="File">The file; null when the source is no file.</param>
/// <param name="Line">The line, sheet row or Parquet row, from 1; null when unknown.</param>
/// <param name="Column">The column at fault; null when the whole row is.</param>
/// <param name="Value">What stood there; null for nothing.</param>
/// <param name="Code">The stable kebab-case reason.</param>
/// <param name="Allowed">What would have been right; null when the code says it all.</param>
public sealed record RefusedRow(string Feed, string? File, long? Line, string? Column, string? Value, string Code, string? Allowed)
{
    /// <summary>Gives the message of the report: the row, the value and what is allowed.</summary>
    public override string ToString() =>
        $"Row {Line?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} of {File ?? Feed}: " +
        $"{Column ?? "row"} {(Value is null ? "is missing" : $"\"{Value}\"")} ({Code}){(Allowed is null ? "." : $"; allowed: {Allowed}.")}";
}
