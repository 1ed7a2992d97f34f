using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Rows;

/// <summary>A measure worked out in memory from nothing but what its rows say that they add.</summary>
internal static class RecomputedNumber
{
    /// <summary>
    /// Every value that the rows allow. Where no row of a fact adds anything, its counts are 0 when it has other rows and null when it has none: the rows that a
    /// number is made of cannot tell.
    /// </summary>
    internal static IEnumerable<double?> All(Formula formula, IReadOnlyDictionary<Aggregate, RowPart[]> adds, double days, DateOnly last)
    {
        (Fact, Window)[] silent = [.. adds.GroupBy(pair => (pair.Key.Fact, pair.Key.Window)).Where(scan => scan.All(pair => pair.Value.Length == 0)).Select(scan => scan.Key)];
        return Enumerable.Range(0, 1 << silent.Length).Select(mask => Of(formula, adds, (days, last), [.. silent.Where((_, index) => (mask & (1 << index)) != 0)]));
    }

    private static double? Of(Formula formula, IReadOnlyDictionary<Aggregate, RowPart[]> adds, (double Number, DateOnly Last) days, HashSet<(Fact, Window)> absent) => formula switch
    {
        Constant constant => double.Parse(constant.Text, CultureInfo.InvariantCulture),
        PeriodDays => days.Number,
        Aggregate aggregate => absent.Contains((aggregate.Fact, aggregate.Window)) ? null : Value(aggregate, adds[aggregate]),
        Arithmetic arithmetic => Joined(arithmetic.Operator, Of(arithmetic.Left, adds, days, absent), Of(arithmetic.Right, adds, days, absent)),
        ScalarCall { Function: ScalarFunction.CountBack } call => CountedBack(Of(call.Arguments[0], adds, days, absent), adds[(Aggregate)call.Arguments[1]], days.Last),
        ScalarCall call => Called(call.Function, [.. call.Arguments.Select(argument => Of(argument, adds, days, absent))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static double? Value(Aggregate aggregate, RowPart[] rows) => aggregate.Function switch
    {
        AggregateFunction.Sum => rows.Length == 0 ? null : rows.Sum(row => Number(row.Value)),
        AggregateFunction.Count => rows.Sum(row => Number(row.Value)),
        AggregateFunction.CountDistinct => rows.Select(row => row.Value).Distinct().Count(),
        AggregateFunction.Median => Quantile(rows, 0.5),
        AggregateFunction.Quantile => Quantile(rows, double.Parse(aggregate.Share!, CultureInfo.InvariantCulture)),
        AggregateFunction.RolledYield => Yield(rows),
        AggregateFunction.SurvivalMedian => Survival(rows),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Day by day: each day of a month has an equal part of what the month brought up to the last day.
    private static double? CountedBack(double? balance, RowPart[] rows, DateOnly last)
    {
        if (balance is not { } left || rows.Length == 0 || left <= 0)
        {
            return balance <= 0 ? 0 : null;
        }

        ILookup<(int Year, int Month), double> flows = rows.ToLookup(row => (((DateOnly)row.Step!).Year, ((DateOnly)row.Step!).Month), row => Number(row.Value));
        DateOnly first = rows.Min(row => (DateOnly)row.Step!);
        int days = 0;
        for (DateOnly month = new(last.Year, last.Month, 1); month.AddMonths(1) > first; month = month.AddMonths(-1))
        {
            int length = (month.AddMonths(1) <= last ? month.AddMonths(1).DayNumber - 1 : last.DayNumber) - month.DayNumber + 1;
            double flow = flows[(month.Year, month.Month)].Sum();
            if (flow >= left)
            {
                return days + (left / flow * length);
            }

            left -= flow;
            days += length;
        }

        return null;
    }

    private static double? Quantile(RowPart[] rows, double share)
    {
        double[] values = [.. rows.Select(row => Number(row.Value)).Order()];
        if (values.Length == 0)
        {
            return null;
        }

        double place = share * (values.Length - 1);
        int below = (int)Math.Floor(place);
        return values[below] + ((place - below) * (values[Math.Min(below + 1, values.Length - 1)] - values[below]));
    }

    private static double? Yield(RowPart[] rows)
    {
        double[] yields = [.. rows.GroupBy(row => row.Step).Where(step => step.Sum(row => Number(row.Second)) != 0).Select(step => step.Sum(row => Number(row.Value)) / step.Sum(row => Number(row.Second)))];
        return yields.Length == 0 ? null : yields.Aggregate(1.0, (product, next) => product * next);
    }

    // Kaplan and Meier: at each duration the ends over those still at risk; who was lost from sight on that day was at risk on it.
    private static double? Survival(RowPart[] rows)
    {
        double survival = 1;
        foreach (IGrouping<double, RowPart> day in rows.GroupBy(row => Number(row.Value)).OrderBy(day => day.Key))
        {
            int atRisk = rows.Count(row => Number(row.Value) >= day.Key);
            survival *= 1 - ((double)day.Count(row => row.Second is true) / atRisk);
            if (survival <= 0.5 + 1e-9)
            {
                return day.Key;
            }
        }

        return null;
    }

    private static double? Joined(char sign, double? left, double? right) => sign switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        _ => right is 0 ? null : left / right,
    };

    private static double? Called(ScalarFunction function, double?[] values) => function switch
    {
        ScalarFunction.Greatest => values[0] is { } first && values[1] is { } second ? Math.Max(first, second) : null,
        ScalarFunction.OrZero => values[0] ?? 0,
        ScalarFunction.WhenKnown => values[0] is null ? null : values[1],
        ScalarFunction.WhenZero => values[0] is 0 ? values[1] : null,
        ScalarFunction.WilsonLow => Wilson(-1, values[0], values[1]),
        ScalarFunction.WilsonHigh => Wilson(1, values[0], values[1]),
        ScalarFunction.ShareGapLow => Gap(-1, values),
        ScalarFunction.ShareGapHigh => Gap(1, values),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static double? Wilson(int side, double? hits, double? cases)
    {
        const double z = 1.959963984540054;
        double? n = cases is 0 ? null : cases;
        double? p = hits / n;
        double? spread = p * (1 - p) / n + (z * z / (4 * n * n));
        return spread is { } known ? (p + (z * z / (2 * n)) + (side * z * Math.Sqrt(known))) / (1 + (z * z / n)) : null;
    }

    private static double? Gap(int side, double?[] values)
    {
        double? n = values[2] is 0 ? null : values[2];
        (double? p, double? q) = (values[0] / n, values[1] / n);
        if (p is not { } hit || q is not { } other)
        {
            return null;
        }

        double a = hit - Wilson(side, values[0], n)!.Value;
        double b = Wilson(-side, values[1], n)!.Value - other;
        double below = (1 - hit) * (1 - other);
        double correlation = below == 0 ? 0 : -Math.Sqrt(hit * other / below);
        return hit - other + (side * Math.Sqrt((a * a) - (2 * correlation * a * b) + (b * b)));
    }

    private static double Number(object? value) => value is null ? 0 : Convert.ToDouble(value is System.Numerics.BigInteger big ? (double)big : value, CultureInfo.InvariantCulture);
}
