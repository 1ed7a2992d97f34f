using ProdSales.Semantics;
using ProdSales.SemanticsTests.ByHand;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Rows;

/// <summary>Behind net and gross retention stand accounts by name: those that left, that renewed for less and that renewed for more.</summary>
public sealed class RetentionRowsTests(SmallCompany company) : IClassFixture<SmallCompany>
{
    private static readonly Subject Renewals = ModelReader.Shipped.Subject("renewals")!;

    [Theory]
    [InlineData("lost_amount", "Beta T4 700, Gamma T5 300")]
    [InlineData("contracted_amount", "Alpha T2 100")]
    [InlineData("expanded_amount", "Alpha T1 100, Alpha T7 50")]
    public void The_accounts_of_each_movement_are_named_with_their_part(string measure, string expected) =>
        Assert.Equal(expected, string.Join(", ", Rows(measure).Select(row => $"{Account(row)} {row.Document!.Id} {row.Numerator:0}")));

    [Theory]
    [InlineData("net_revenue_retention", "T1 1100/1000, T2 400/500, T3 800/800, T4 0/700, T5 0/300, T7 250/200")]
    [InlineData("gross_revenue_retention", "T1 1000/1000, T2 400/500, T3 800/800, T4 0/700, T5 0/300, T7 200/200")]
    public void The_rows_of_retention_tell_what_each_term_kept_of_what_expired(string measure, string expected)
    {
        IReadOnlyList<NumberRow> rows = Rows(measure);

        Assert.Equal(expected, string.Join(", ", rows.Select(row => $"{row.Document!.Id} {row.Numerator:0}/{row.Denominator:0}")));
        Assert.Equal(["Alpha", "Alpha", "Beta", "Beta", "Gamma", "Alpha"], rows.Select(Account));
    }

    [Fact]
    public void Movements_are_all_that_lies_between_what_expired_and_what_stayed()
    {
        decimal lost = Rows("lost_amount").Sum(row => row.Numerator!.Value);
        decimal contracted = Rows("contracted_amount").Sum(row => row.Numerator!.Value);
        decimal expanded = Rows("expanded_amount").Sum(row => row.Numerator!.Value);
        IReadOnlyList<NumberRow> net = Rows("net_revenue_retention");
        IReadOnlyList<NumberRow> gross = Rows("gross_revenue_retention");

        Assert.Equal(net.Sum(row => row.Numerator), net.Sum(row => row.Denominator) - lost - contracted + expanded);
        Assert.Equal(gross.Sum(row => row.Numerator), gross.Sum(row => row.Denominator) - lost - contracted);
    }

    private static string? Account(NumberRow row) => row.Members.Single(member => member.Dimension.Name == "customer").Name;

    private IReadOnlyList<NumberRow> Rows(string measure)
    {
        using ReaderLease lease = company.Database.Readers.Lease();
        RowRequest request = new()
        {
            Measure = Renewals.Measure(measure)!,
            Period = new Period(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)),
            AsOf = new DateOnly(2025, 7, 1),
        };
        return RowReader.Read(ModelReader.Shipped, request, lease.Connection).Page!.Rows;
    }
}
