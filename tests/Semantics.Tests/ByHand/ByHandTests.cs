using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.Cases;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.ByHand;

/// <summary>Every indicator equals what was worked out by hand on rows that came through the feeds.</summary>
public sealed class ByHandTests(SmallCompany company) : IClassFixture<SmallCompany>
{
    public static TheoryData<string> Names => [.. MetricCase.ByHand.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answer_is_what_was_worked_out_by_hand(string name)
    {
        MetricCase known = MetricCase.ByHand.Single(other => other.Name == name);
        string[] columns = [.. known.By.Select(key => Enum.TryParse<TimeGrain>(key, ignoreCase: true, out _) ? "period" : key), .. known.Measures];
        using ReaderLease lease = company.Database.Readers.Lease();

        string[] expected = [.. known.Rows.Select(row => string.Join(" | ", columns.Select(column => Rounded(row[column])))).Order(StringComparer.Ordinal)];
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
