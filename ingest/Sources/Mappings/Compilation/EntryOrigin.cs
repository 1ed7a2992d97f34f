namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Where the rows of an entry say that they come from, as SQL over the staged row.</summary>
/// <param name="File">The expression of the file's name.</param>
/// <param name="Line">The expression of the line.</param>
internal sealed record EntryOrigin(string File, string Line);
