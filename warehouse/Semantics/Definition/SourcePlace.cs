namespace ProdSales.Semantics;

/// <summary>A place in a file of the model.</summary>
/// <param name="File">File name relative to the model's folder; of users' files the path, as they gave it.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="IsUsers">Whether users added the file to what the product ships.</param>
public sealed record SourcePlace(string File, int Line, bool IsUsers = false);
