using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>Random conditions on the rows of a cut.</summary>
internal sealed class RandomConditions(Random random)
{
    private static readonly int[] Sizes = [0, 1, 3, 20, 500, 40_000];

    /// <summary>Conditions on values, some of them on values in another period and on what has changed since.</summary>
    internal IReadOnlyList<ValueCondition> Values(IReadOnlyList<Measure> measures, Func<Comparison?> compared) =>
        [.. Enumerable.Range(0, Math.Max(0, random.Next(8) - 6)).Select(_ => Value(measures[random.Next(measures.Count)], compared()))];

    /// <summary>Conditions on names that occur, and on some that do not.</summary>
    internal IReadOnlyList<NameCondition> Names(CutRequest cut, Period period, Func<Dimension, bool, IEnumerable<string?>> known)
    {
        if (random.Next(7) > 0 || (cut.Dimension is null && cut.Grain is null))
        {
            return [];
        }

        bool isById = cut.Dimension?.Member?.Id is not null && random.Next(2) == 0;
        string?[] names = [.. cut.Dimension is { } dimension ? known(dimension, isById) : Steps(period), null, "nobody"];
        return [new NameCondition(isById, random.Next(2) == 0, [.. Enumerable.Range(0, random.Next(4)).Select(_ => names[random.Next(names.Length)]).Distinct(StringComparer.Ordinal)])];
    }

    private static IEnumerable<string?> Steps(Period period) =>
        new DateOnly[] { period.From, period.To, new(period.To.Year, period.To.Month, 1), new(period.To.Year, 1, 1) }.Select(day => day.ToString("O", CultureInfo.InvariantCulture));

    // No sum and no quotient lies on such a limit, so that the last place of a double decides nothing.
    private ValueCondition Value(Measure measure, Comparison? comparison)
    {
        MeasureRequest asked = new(measure, comparison);
        bool isChange = comparison is not null && random.Next(2) == 0;
        ValueTest test = (ValueTest)random.Next(6);
        if (test is ValueTest.In or ValueTest.NotIn)
        {
            return new ValueCondition(asked, test, measure.Unit is Unit.Count ? [(long)random.Next(4), random.Next(2) == 0 ? null : 7L] : [null]) { IsChange = isChange };
        }

        decimal limit = measure.Unit is Unit.Ratio ? random.Next(12) / 10m : Sizes[random.Next(Sizes.Length)] * (random.Next(6) == 0 ? -1 : 1);
        object value = measure.Unit switch
        {
            Unit.Count => (long)limit,
            Unit.Money or Unit.Quantity => limit + 0.0123m,
            _ => (double)limit + 0.0123457,
        };
        return new ValueCondition(asked, test, [value]) { IsChange = isChange };
    }
}
