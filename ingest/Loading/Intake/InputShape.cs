using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Intake;

/// <summary>Holds an input to the contract of <see cref="FeedInput"/>.</summary>
internal static class InputShape
{
    /// <summary>Checks the columns.</summary>
    /// <exception cref="ArgumentException">A column is missing, of another name or of another type: a mistake in the code that made the input.</exception>
    internal static void Require(FeedInput input, IReadOnlyList<ResultColumn> columns)
    {
        string[] expected = [.. input.Feed.Columns.Select(column => $"{column.Name} {column.DuckDbType}"), "_file VARCHAR", "_line BIGINT", "_error VARCHAR"];
        string[] actual = [.. columns.Select(column => $"{column.Name} {column.Type}")];
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"Input of {input.Feed.Name} from {input.Origin}: the columns are ({string.Join(", ", actual)}), but must be ({string.Join(", ", expected)}).",
                nameof(input));
        }
    }
}
