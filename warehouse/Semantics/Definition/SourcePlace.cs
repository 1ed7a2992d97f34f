namespace ProdSales.Semantics;

/// <summary>A place in a file of the model.</summary>
/// <param name="File">File name relative to the model's folder.</param>
/// <param name="Line">Line from 1.</param>
public sealed record SourcePlace(string File, int Line);
