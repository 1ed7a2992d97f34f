using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Mappings.Staging;

/// <summary>The tables of a mapping that stand in the staging database.</summary>
internal sealed class TableSet
{
    private readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, StagedTable> _staged = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _broken = new(StringComparer.OrdinalIgnoreCase);

    private readonly SortedDictionary<string, FileStamp> _files = new(StringComparer.Ordinal);

    /// <summary>Gets the files behind the tables as they were when they were staged, in the order of their paths.</summary>
    internal IReadOnlyList<FileStamp> Files => [.. _files.Values];

    /// <summary>Gets the names of the tables that can be read.</summary>
    internal IEnumerable<string> Names => _columns.Keys;

    /// <summary>Gets the names of declared tables that cannot be read; problems say why.</summary>
    internal IReadOnlySet<string> Broken => _broken;

    /// <summary>Gets the staged tables by name.</summary>
    internal IReadOnlyDictionary<string, StagedTable> Staged => _staged;

    /// <summary>Says whether a readable table has a column.</summary>
    internal bool Has(string table, string column) => _columns[table].Contains(column);

    /// <summary>Says whether a table can be read.</summary>
    internal bool IsReadable(string table) => _columns.ContainsKey(table);

    /// <summary>Takes in a table with its columns.</summary>
    internal void Add(string table, IEnumerable<string> columns) =>
        _columns.Add(table, new HashSet<string>(columns, StringComparer.OrdinalIgnoreCase));

    /// <summary>Takes in a table that a reader has staged from files.</summary>
    internal void Add(string table, StagedTable staged, IEnumerable<FileStamp> files)
    {
        foreach (FileStamp file in files)
        {
            _files.TryAdd(file.Path, file);
        }

        _staged.Add(table, staged);
        Add(table, [.. staged.Columns.Select(column => column.Name), StagedTable.FileColumn, StagedTable.LineColumn]);
    }

    /// <summary>Remembers a table that cannot be read.</summary>
    internal void AddBroken(string table) => _broken.Add(table);
}
