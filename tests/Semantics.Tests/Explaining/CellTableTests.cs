using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>Tables of parts are what grouping by their members gives, in the order of these.</summary>
public sealed class CellTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Fewer_dimensions_in_any_order_have_the_sums_of_their_rows(int sparse) => Prop.ForAll(Rows().ToArbitrary(), rows =>
    {
        int[] sizes = [4 * sparse, 3 * sparse, 5 * sparse];
        int[][] members = [.. Enumerable.Range(0, 3).Select(dimension => rows.Select(row => row[dimension] * sparse).ToArray())];
        Tallies[] sums = [.. rows.Select(row => new Tallies(new(row[3], 1, 1, row[3] * row[3], 0, 0), new(0, 0, row[0], 0, 0, row[2])))];
        CellTable all = new([0, 1, 2], members, sums, sums.Length);
        foreach (int[] dimensions in (int[][])[[], [2], [2, 0], [0, 1, 2], [1, 2, 0]])
        {
            CellTable table = all.By(dimensions, sizes);
            var expected = Enumerable.Range(0, sums.Length).GroupBy(row => string.Join(',', dimensions.Select(dimension => $"{members[dimension][row]:0000}")))
                .OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => (part.Key, part.Aggregate(default(Tallies), (sum, row) => sum + sums[row])));

            Assert.Equal(expected, Enumerable.Range(0, table.Count).Select(cell => (string.Join(',', table.Members.Select(held => $"{held[cell]:0000}")), table.Sums[cell])));
        }
    }).Check(RandomRuns.Of(50));

    private static Gen<int[][]> Rows() =>
        Gen.Choose(0, 2).SelectMany(one => Gen.Choose(0, 3).SelectMany(other => Gen.Choose(-50, 50).Select(value => (int[])[other, one, (one + value + 100) % 5, value]))).NonEmptyListOf().Select(list => list.ToArray());
}
