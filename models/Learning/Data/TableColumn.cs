using System.Globalization;

namespace ProdSales.Learning.Data;

/// <summary>One column of a table, with a type; a missing value is missing, never 0.</summary>
public sealed class TableColumn
{
    private static readonly DateTime Epoch = DateTime.UnixEpoch;
    private readonly double[] _values;
    private readonly int[] _codes;
    private readonly string[] _levels;

    private TableColumn(string name, ColumnKind kind, double[] values, int[] codes, string[] levels) =>
        (Name, Kind, _values, _codes, _levels) = (name, kind, values, codes, levels);

    /// <summary>Gets the name, unique in its table.</summary>
    public string Name { get; }

    /// <summary>Gets what the values are.</summary>
    public ColumnKind Kind { get; }

    /// <summary>Gets the number of rows.</summary>
    public int RowCount => Kind is ColumnKind.Category ? _codes.Length : _values.Length;

    /// <summary>Gets the values of a number, a date (days since 1970-01-01) or a boolean (0 and 1), NaN where missing; empty for a category.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Gets the positions in <see cref="Levels"/> of a category, -1 where missing; empty for other kinds.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Gets the names of a category, in order of first appearance in the whole table that the column was made for.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>A column of numbers. NaN is missing, and so are infinite values, which no formula can take.</summary>
    public static TableColumn OfNumbers(string name, IReadOnlyList<double> values) =>
        new(name, ColumnKind.Number, [.. values.Select(value => double.IsFinite(value) ? value : double.NaN)], [], []);

    /// <summary>A column of names; null is missing.</summary>
    public static TableColumn OfCategories(string name, IReadOnlyList<string?> values)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        int[] codes = new int[values.Count];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = values[row] is not { } value ? -1 : known.TryGetValue(value, out int code) ? code : known[value] = known.Count;
        }

        return new TableColumn(name, ColumnKind.Category, [], codes, [.. known.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
    }

    /// <summary>A column of moments; null is missing.</summary>
    public static TableColumn OfDates(string name, IReadOnlyList<DateTime?> values) =>
        new(name, ColumnKind.Date, [.. values.Select(value => value is { } at ? (at - Epoch).TotalDays : double.NaN)], [], []);

    /// <summary>A column of yes and no; null is missing.</summary>
    public static TableColumn OfBooleans(string name, IReadOnlyList<bool?> values) =>
        new(name, ColumnKind.Boolean, [.. values.Select(value => value is { } held ? (held ? 1d : 0d) : double.NaN)], [], []);

    /// <summary>The position of a name in <see cref="Levels"/>, or -2, which no row has, where it is not among them.</summary>
    public int CodeOf(string level) => Array.IndexOf(_levels, level) is >= 0 and int code ? code : -2;

    /// <summary>Tells whether a row has no value.</summary>
    public bool IsMissing(int row) => Kind is ColumnKind.Category ? _codes[row] < 0 : double.IsNaN(_values[row]);

    /// <summary>The value of a row as text for people; null where missing.</summary>
    public string? TextOf(int row) => IsMissing(row) ? null : Kind switch
    {
        ColumnKind.Category => _levels[_codes[row]],
        ColumnKind.Boolean => _values[row] != 0 ? "true" : "false",
        ColumnKind.Date => Epoch.AddDays(_values[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => _values[row].ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The column with some rows only, in the order given; a row may stand twice.</summary>
    public TableColumn Take(ReadOnlySpan<int> rows)
    {
        double[] values = new double[Kind is ColumnKind.Category ? 0 : rows.Length];
        int[] codes = new int[Kind is ColumnKind.Category ? rows.Length : 0];
        for (int at = 0; at < rows.Length; at++)
        {
            if (Kind is ColumnKind.Category)
            {
                codes[at] = _codes[rows[at]];
            }
            else
            {
                values[at] = _values[rows[at]];
            }
        }

        return new TableColumn(Name, Kind, values, codes, _levels);
    }

    /// <summary>Tells whether two columns hold the same in every row, whatever their names.</summary>
    public bool HoldsSameAs(TableColumn other)
    {
        if (Kind != other.Kind || RowCount != other.RowCount)
        {
            return false;
        }

        if (Kind is not ColumnKind.Category)
        {
            return _values.AsSpan().SequenceEqual(other._values);
        }

        for (int row = 0; row < _codes.Length; row++)
        {
            if (!string.Equals(TextOf(row), other.TextOf(row), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of different values; missing is none.</summary>
    public int DistinctCount() => Kind is ColumnKind.Category
        ? _codes.Where(code => code >= 0).Distinct().Count()
        : _values.Where(value => !double.IsNaN(value)).Distinct().Count();
}
