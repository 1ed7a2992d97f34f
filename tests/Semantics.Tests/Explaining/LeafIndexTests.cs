using FsCheck;
using FsCheck.Fluent;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Explaining;

/// <summary>Combinations are numbered as a dictionary of their texts would number them, whatever comes in which order.</summary>
public sealed class LeafIndexTests
{
    [Fact]
    public void Combinations_are_numbered_in_the_order_in_which_they_are_met_and_told_back() =>
        Prop.ForAll(Combinations(most: 40), combinations =>
        {
            LeafIndex index = new(3);
            Dictionary<string, int> expected = new(StringComparer.Ordinal);
            foreach (int[] combination in combinations)
            {
                expected.TryAdd(string.Join(',', combination), expected.Count);
                int number = NumberOf(index, combination);
                Assert.Equal(expected[string.Join(',', combination)], number);
                Assert.Equal(combination, index.Columns().Select(codes => codes[number]));
            }

            Assert.Equal(expected.Count, index.Count);
        }).Check(RandomRuns.Of(100));

    [Fact]
    public void Combinations_too_many_for_positions_are_found_by_hash()
    {
        LeafIndex index = new(2);
        int[] far = [7, 20_000_000];
        int[] near = [3, 5];

        Assert.Equal([0, 1, 2, 0, 1], (int[])[NumberOf(index, near), NumberOf(index, far), NumberOf(index, [7, 5]), NumberOf(index, near), NumberOf(index, far)]);
        Assert.Equal(far, index.Columns().Select(codes => codes[1]));
    }

    [Fact]
    public void A_row_without_a_member_has_no_number()
    {
        LeafIndex index = new(2);
        int[] numbers = [0, 0, 0];
        index.Extend(0, numbers, [4, -1, 4]);
        index.Extend(1, numbers, [1, 1, 2]);

        Assert.Equal([0, -1, 1], numbers);
    }

    private static int NumberOf(LeafIndex index, int[] combination)
    {
        int[] number = [0];
        for (int place = 0; place < combination.Length; place++)
        {
            index.Extend(place, number, [combination[place]]);
        }

        return number[0];
    }

    private static Arbitrary<int[][]> Combinations(int most) => Gen.Choose(0, most).ArrayOf(3).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();
}
