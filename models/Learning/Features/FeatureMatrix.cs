namespace ProdSales.Learning.Features;

/// <summary>Features of rows: rows × columns, row-major; column j is feature j of the plan that made it. NaN is missing.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of features.</param>
public sealed class FeatureMatrix(int rows, int columns)
{
    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Gets the number of features.</summary>
    public int Columns { get; } = columns;

    /// <summary>Gets all values, row by row.</summary>
    public double[] Values { get; } = new double[(long)rows * columns];

    /// <summary>The features of a row.</summary>
    public Span<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>Sets one value.</summary>
    public void Set(int row, int column, double value) => Values[(row * Columns) + column] = value;

    /// <summary>Some rows, in the order given.</summary>
    public FeatureMatrix Take(ReadOnlySpan<int> rows)
    {
        FeatureMatrix taken = new(rows.Length, Columns);
        for (int at = 0; at < rows.Length; at++)
        {
            Row(rows[at]).CopyTo(taken.Row(at));
        }

        return taken;
    }

    /// <summary>The values in single precision, as trees compare them.</summary>
    public float[] ToSingles() => Array.ConvertAll(Values, value => (float)value);
}
