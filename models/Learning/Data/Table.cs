namespace ProdSales.Learning.Data;

/// <summary>Rows that something is learned from or that are scored: typed columns of equal length, without the label.</summary>
public sealed class Table
{
    private readonly Dictionary<string, TableColumn> _byName;

    /// <summary>Puts columns side by side.</summary>
    /// <param name="columns">The columns, of equal length, in any order that is the same for the same data.</param>
    /// <exception cref="ArgumentException">Two columns have one name, or their lengths differ: the caller's bug.</exception>
    public Table(IReadOnlyList<TableColumn> columns)
    {
        _byName = new Dictionary<string, TableColumn>(StringComparer.Ordinal);
        foreach (TableColumn column in columns)
        {
            if (!_byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"Column \"{column.Name}\" stands twice.", nameof(columns));
            }

            if (column.RowCount != columns[0].RowCount)
            {
                throw new ArgumentException($"Column \"{column.Name}\" has {column.RowCount} rows; \"{columns[0].Name}\" has {columns[0].RowCount}.", nameof(columns));
            }
        }

        Columns = columns;
    }

    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Gets the number of rows; 0 for a table without columns.</summary>
    public int RowCount => Columns.Count == 0 ? 0 : Columns[0].RowCount;

    /// <summary>The column of that name, or null.</summary>
    public TableColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none: the caller did not look.</exception>
    public TableColumn Column(string name) => Find(name) ?? throw new ArgumentException($"There is no column \"{name}\".", nameof(name));

    /// <summary>Some rows, in the order given.</summary>
    public Table Take(int[] rows) => new([.. Columns.Select(column => column.Take(rows))]);

    /// <summary>The same rows without some columns.</summary>
    public Table Without(IEnumerable<string> names)
    {
        HashSet<string> left = [.. names];
        return new Table([.. Columns.Where(column => !left.Contains(column.Name))]);
    }

    /// <summary>The same rows with some columns only, in the order given.</summary>
    public Table Only(IEnumerable<string> names) => new([.. names.Select(Column)]);
}
