using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>One table of a mapping: files that are staged, or SQL over other tables.</summary>
/// <param name="Line">The line of the mapping on which it is declared.</param>
/// <param name="Name">The name by which entries and SQL refer to it.</param>
internal abstract record TableDeclaration(int Line, string Name);

/// <summary>A table that is read from one file or from all files of a pattern.</summary>
/// <param name="Line">The line of the mapping.</param>
/// <param name="Name">The name of the table.</param>
/// <param name="Pattern">A path relative to the folder; <c>*</c> and <c>?</c> are allowed in its last part.</param>
/// <param name="Options">How to read the files; what is not said is found out by the reader.</param>
internal sealed record FileTable(int Line, string Name, string Pattern, ReadOptions Options) : TableDeclaration(Line, Name);

/// <summary>A table that is computed from other tables.</summary>
/// <param name="Line">The line of the mapping.</param>
/// <param name="Name">The name of the table.</param>
/// <param name="Sql">One SELECT in DuckDB's dialect; it may pass on <c>_file</c> and <c>_line</c>.</param>
internal sealed record DerivedTable(int Line, string Name, string Sql) : TableDeclaration(Line, Name);
