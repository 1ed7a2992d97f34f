using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>One aggregate over rows that are given one by one.</summary>
internal static class Aggregation
{
    /// <summary>The value over some rows of which there is at least one.</summary>
    internal static Number? Of(Aggregate aggregate, FactRows rows, IReadOnlyList<int> among, DateOnly asOf, DateOnly periodEnd)
    {
        object?[]? filter = aggregate.Filter is { } condition ? rows.Values(condition, asOf, periodEnd) : null;
        int[] kept = [.. among.Where(row => filter is null || filter[row] is true)];
        return aggregate.Function switch
        {
            AggregateFunction.Count when aggregate.Argument is null => Number.Of((decimal)kept.Length),
            AggregateFunction.CountDistinct => Number.Of((decimal)Known(rows.Identities(aggregate.Argument!, asOf, periodEnd), kept).Distinct().Count()),
            AggregateFunction.SurvivalMedian => Survival(rows.Values(aggregate.Argument!, asOf, periodEnd), rows.Values(aggregate.Second!, asOf, periodEnd), kept),
            AggregateFunction.RolledYield => Rolled(aggregate, rows, kept, asOf, periodEnd),
            _ => Of(aggregate, [.. Known(rows.Values(aggregate.Argument!, asOf, periodEnd), kept)]),
        };
    }

    private static Number? Of(Aggregate aggregate, object[] values) => aggregate.Function switch
    {
        AggregateFunction.Count => Number.Of((decimal)values.Length),
        AggregateFunction.Sum => Sum(values),
        AggregateFunction.Median => Quantile(values, 0.5),
        AggregateFunction.Quantile => Quantile(values, double.Parse(aggregate.Share!, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"No aggregate {aggregate.Function}."),
    };

    private static IEnumerable<object> Known(object?[] values, int[] rows) => rows.Select(row => values[row]).OfType<object>();

    private static Number? Sum(IEnumerable<object> values)
    {
        Number? sum = null;
        foreach (object value in values)
        {
            Number next = Number.From(value)!.Value;
            sum = sum is { } so ? so + next : next;
        }

        return sum;
    }

    // Between the two values about the place (n - 1) times the share, in proportion.
    private static Number? Quantile(object[] values, double share)
    {
        if (values.Length == 0)
        {
            return null;
        }

        double[] sorted = [.. values.Select(value => Number.From(value)!.Value.Approximate).Order()];
        double place = (sorted.Length - 1) * share;
        int below = (int)Math.Floor(place);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return Number.Of(sorted[below] + ((place - below) * (sorted[above] - sorted[below])));
    }

    private static Number? Rolled(Aggregate aggregate, FactRows rows, int[] kept, DateOnly asOf, DateOnly periodEnd)
    {
        (object?[] good, object?[] started, object?[] steps) = (rows.Values(aggregate.Argument!, asOf, periodEnd), rows.Values(aggregate.Second!, asOf, periodEnd), rows.Values(aggregate.Step!));
        double? product = null;
        foreach (IGrouping<string, int> step in kept.GroupBy(row => Convert.ToString(steps[row], CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal))
        {
            if (Sum(Known(good, [.. step])) is { } made && Sum(Known(started, [.. step])) is { IsZero: false } begun)
            {
                product = (product ?? 1) * made.Approximate / begun.Approximate;
            }
        }

        return product is { } value ? Number.Of(value) : null;
    }

    // Kaplan and Meier by the book: at each duration at which something ended, the share of those still at risk that did not.
    private static Number? Survival(object?[] durations, object?[] ends, int[] kept)
    {
        (decimal Duration, bool HasEnded)[] seen = [.. kept.Where(row => durations[row] is not null).Select(row => (Convert.ToDecimal(durations[row], CultureInfo.InvariantCulture), ends[row] is true))];
        double surviving = 1;
        foreach (decimal duration in seen.Where(one => one.HasEnded).Select(one => one.Duration).Distinct().Order())
        {
            int atRisk = seen.Count(one => one.Duration >= duration);
            surviving *= 1 - ((double)seen.Count(one => one.HasEnded && one.Duration == duration) / atRisk);
            if (surviving <= 0.5 + 1e-9)
            {
                return Number.Of(duration);
            }
        }

        return null;
    }
}
