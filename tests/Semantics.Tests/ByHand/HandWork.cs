using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.Cases;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.ByHand;

/// <summary>Holds answers against rows that were worked out by hand.</summary>
internal static class HandWork
{
    /// <summary>Holds the answer against the rows of the case.</summary>
    internal static void Prove(MetricCase known, LoadedCompany company)
    {
        string[] columns = [.. known.By.Select(key => Enum.TryParse<TimeGrain>(key, ignoreCase: true, out _) ? "period" : key), .. known.Measures];
        Prove(known, company, known.Rows.Select(row => columns.Select(column => row[column])));
    }

    /// <summary>Holds the answer to the question of the case against rows from elsewhere, alike to nine digits.</summary>
    internal static void Prove(MetricCase known, LoadedCompany company, IEnumerable<IEnumerable<string>> rows)
    {
        using ReaderLease lease = company.Database.Readers.Lease();
        string[] expected = [.. rows.Select(row => string.Join(" | ", row.Select(Rounded))).Order(StringComparer.Ordinal)];
        string[] actual =
        [
            .. ResultRows.OfCut(lease.Connection, known.Query(), Math.Max(known.By.Count - 1, 0), known.Columns())
                .Select(row => string.Join(" | ", row.Select(Rounded))).Order(StringComparer.Ordinal),
        ];

        Assert.True(
            expected.SequenceEqual(actual),
            $"expected\n{string.Join('\n', expected)}\nactual\n{string.Join('\n', actual)}\n{StatementSql.Of(QueryPlanner.Plan(known.Query())).Text}");
    }

    private static string Rounded(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? (number + 0.0).ToString("G9", CultureInfo.InvariantCulture) : text;
}
