namespace ProdSales.Sources.Tests.Mappings;

/// <summary>A value that must be refused, with the code and the end of the message.</summary>
public sealed record BadValue(string Column, string Value, string Code, string Allowed);
