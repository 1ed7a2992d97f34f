using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Evaluating;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>Whether the rows of one cut stand in the order asked for, and whether those left out come after all that are told.</summary>
internal static class RowOrder
{
    internal static IEnumerable<string> Differences(CutRequest cut, IReadOnlyList<ExpectedRow> told, IReadOnlyList<ExpectedRow> leftOut)
    {
        bool isLimited = cut.First is not null && (cut.Dimension is not null || cut.Grain is not null);
        int wanted = isLimited ? Math.Min(cut.First!.Value, told.Count + leftOut.Count) : told.Count + leftOut.Count;
        if (told.Count != wanted)
        {
            yield return $"{told.Count} rows are told, should be {wanted}{(leftOut.Count > 0 ? $"; not told: {leftOut[0].Path}" : "")}";
            yield break;
        }

        foreach ((ExpectedRow before, ExpectedRow after) in told.Zip(told.Skip(1)).Where(pair => Compare(cut, pair.First, pair.Second) > 0))
        {
            yield return $"{before.Path} stands before {after.Path}, should stand after it";
        }

        foreach (ExpectedRow missing in leftOut.Where(row => told.Count > 0 && Compare(cut, told[^1], row) > 0))
        {
            yield return $"{missing.Path} is left out, should stand before {told[^1].Path}";
        }
    }

    // Doubles that are equal but for the last places may stand either way. A quotient of nothing is 0 to the last place; an interval of it is not.
    private static int Compare(CutRequest cut, ExpectedRow one, ExpectedRow other)
    {
        bool isDown = cut.Order?.IsDescending ?? false;
        if (one.Ordering is not null || other.Ordering is not null)
        {
            if (one.Ordering is not { } a || other.Ordering is not { } b)
            {
                return one.Ordering is null ? 1 : -1;
            }

            // A change is what is left of two numbers that may be far greater.
            bool isChange = cut.Order!.IsChange;
            double rounding = !isChange ? 0 : cut.Order.Measure!.Unit is Unit.Money or Unit.Quantity ? 1e-3 : 1e-6;
            if (!a.IsAbout(b, rounding))
            {
                return isDown ? -a.Approximate.CompareTo(b.Approximate) : a.Approximate.CompareTo(b.Approximate);
            }

            if (!a.IsExact || !b.IsExact)
            {
                return !isChange && a == b && a.Approximate == 0 && cut.Order.Measure!.Formula is Arithmetic { Operator: '/' } ? Places(one, other, isDown: false) : 0;
            }
        }

        return Places(one, other, isDown && cut.Order?.Measure is null);
    }

    // The first place goes the way asked for, ties after it always up; what is unknown comes last.
    private static int Places(ExpectedRow one, ExpectedRow other, bool isDown)
    {
        for (int i = 0; i < one.Place.Count; i++)
        {
            (IComparable? a, IComparable? b) = (one.Place[i], other.Place[i]);
            int order = (a, b) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                _ => i == 0 && isDown ? -a.CompareTo(b) : a.CompareTo(b),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
