namespace ProdSales.Sources.Readers;

/// <summary>A file, or several of one form, that is to be staged as one table.</summary>
/// <param name="Path">Where it is; <c>*</c> and <c>?</c> in the last part stand for any characters, and the files are then read in the order of their names.</param>
/// <param name="Name">What messages and quarantine rows call it; of several files each is called by its own name.</param>
/// <param name="Options">How it is read.</param>
public sealed record SourceFile(string Path, string Name, ReadOptions Options);
