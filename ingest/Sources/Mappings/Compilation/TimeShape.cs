namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>How a mapping says that dates and instants are written.</summary>
/// <param name="Format">The strptime form; null for ISO 8601.</param>
/// <param name="ShiftDays">The days added to bring the source's frame of dates into the company's.</param>
/// <param name="Zone">The IANA zone of instants without an offset.</param>
internal sealed record TimeShape(string? Format, int ShiftDays, string Zone);
