using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>Random questions over every subject: cuts inside and beside each other, filters, comparisons, orders, the first few.</summary>
internal sealed class RandomQuestion(RandomStar star, Random random)
{
    private static readonly DateOnly[] Edges = [new(2024, 2, 29), new(2024, 2, 28), new(2023, 12, 31), new(2024, 12, 31), new(2025, 1, 31), new(2025, 3, 31), new(2024, 12, 30), new(2025, 12, 29)];

    private static readonly Comparison[] Comparisons =
    [
        Comparison.PreviousPeriod, Comparison.SamePeriodLastYear, Comparison.PreviousFiscalPeriod, Comparison.SamePeriodLastFiscalYear,
        Comparison.SameWorkdaysPreviousPeriod, Comparison.SameWorkdaysLastYear, Comparison.SpringFestivalLastYear,
    ];

    private readonly RandomConditions _conditions = new(random);

    internal MetricQuery Next()
    {
        Subject subject = Guarded(Any(AskedModel.Subjects));
        Period period = Period();
        MetricQuery query = new()
        {
            Subject = subject,
            Period = period,
            AsOf = Any(RandomStar.AskedOn),
            Unconnected = random.Next(20) == 0 ? new HashSet<string>([Any([.. subject.Sources])], StringComparer.Ordinal) : [],
            History = random.Next(6) switch
            {
                0 => History.AsIs,
                1 => History.On(new DateOnly(2023, 1, 1).AddDays(random.Next(1100))),
                _ => History.AsWas,
            },
            Cuts = [],
        };
        query = query with { Filters = [.. Enumerable.Range(0, Math.Max(0, random.Next(5) - 2)).Select(_ => Filter(query))] };
        return query with { Cuts = [.. Enumerable.Range(0, 1 + (random.Next(10) / 9)).Select(_ => Cut(query, []))] };
    }

    // Now and then a measure demands cases, few enough to be met here and there.
    private Subject Guarded(Subject subject) => subject with
    {
        Measures = [.. subject.Measures.Select(measure => random.Next(3) == 0 && SampleSize.Of(measure.Formula) is { } cases ? measure with { Minimum = new MinimumSample(2 + random.Next(4), cases) } : measure)],
    };

    private Period Period()
    {
        DateOnly month = new DateOnly(2023, 1, 1).AddMonths(random.Next(38));
        DateOnly day = random.Next(4) == 0 ? Any(Edges) : new DateOnly(2023, 1, 1).AddDays(random.Next(1150));
        return random.Next(9) switch
        {
            0 => new(month, month.AddMonths(1).AddDays(-1)),
            1 => new(month, month.AddMonths(3).AddDays(-1)),
            2 => new(month, month.AddMonths(1 + random.Next(14)).AddDays(-1)),
            3 => new(new DateOnly(month.Year, 1, 1), new DateOnly(month.Year, 12, 31)),
            4 => new(month, month.AddDays(random.Next(60))),
            5 => new(day, day.AddDays(random.Next(9))),
            6 => AcrossTheYear(),
            _ => new(day, day.AddDays(random.Next(500))),
        };
    }

    // The first and the last week of a year lie in two: 2024-12-30 starts week 1 of 2025, 2026-12-28 week 53 of 2026.
    private Period AcrossTheYear()
    {
        DateOnly newYear = new(2024 + random.Next(3), 1, 1);
        return new(newYear.AddDays(-random.Next(15)), newYear.AddDays(random.Next(15)));
    }

    private CutRequest Cut(MetricQuery query, IReadOnlyList<CutRequest> outer)
    {
        CutRequest keyed = Keyed(query, outer);
        IReadOnlyList<CutRequest> path = [.. outer, keyed];
        MeasureRequest[] measures = [.. Enumerable.Range(0, random.Next(9) == 0 && !PartsWeeks(path) ? 0 : 1 + (random.Next(5) / 2)).Select(_ => new MeasureRequest(Any(query.Subject.Measures), Compared()))];
        return keyed with
        {
            Measures = measures,
            Fields = [.. FieldsOf(path)],
            EveryStep = keyed.Grain is not null && random.Next(3) == 0,
            Names = _conditions.Names(keyed, query.Period, (dimension, isById) => Values(dimension, isById, query)),
            Values = keyed.Dimension is null && keyed.Grain is null ? [] : _conditions.Values(query.Subject.Measures, Compared),
            Order = random.Next(3) == 0 ? Ordered(query.Subject.Measures) : null,
            First = random.Next(4) == 0 ? 1 + random.Next(4) : null,
            Cuts = outer.Count == 2 ? [] : [.. Enumerable.Range(0, Math.Max(0, random.Next(9) - 6)).Select(_ => Cut(query, path))],
        };
    }

    // A part of a week has no snapshot of its own: which names it tells while no measure is asked for is not said.
    private static bool PartsWeeks(IReadOnlyList<CutRequest> path) =>
        path.Any(cut => cut.Grain is TimeGrain.Week) && path.Any(cut => cut.Grain is not (null or TimeGrain.Week or TimeGrain.Day));

    private CutOrder Ordered(IReadOnlyList<Measure> measures)
    {
        CutOrder order = new(random.Next(4) == 0 ? null : Any(measures), random.Next(2) == 0);
        return order.Measure is not null && Compared() is { } comparison ? order with { Comparison = comparison, IsChange = random.Next(2) == 0 } : order;
    }

    private Comparison? Compared() => random.Next(10) switch
    {
        < 7 => null,
        7 => Any(Comparisons).Clipped(),
        _ => Any(Comparisons),
    };

    private CutRequest Keyed(MetricQuery query, IReadOnlyList<CutRequest> outer)
    {
        Dimension[] dimensions = [.. query.Subject.Dimensions.Where(dimension => outer.All(cut => cut.Dimension?.Name != dimension.Name))];
        TimeGrain[] grains = [.. Enum.GetValues<TimeGrain>().Where(grain => outer.All(cut => cut.Grain != grain))];
        return random.Next(10) switch
        {
            0 when outer.Count == 0 => new CutRequest(),
            < 4 when grains.Length > 0 => new CutRequest { Grain = Any(grains) },
            _ when dimensions.Length > 0 => new CutRequest { Dimension = Any(dimensions) },
            _ => new CutRequest { Grain = Any(grains) },
        };
    }

    // What tells the row of this cut apart is always asked for; names of outer cuts and attributes of members now and then.
    private IEnumerable<CutField> FieldsOf(IReadOnlyList<CutRequest> path)
    {
        foreach (Dimension dimension in path.Select(cut => cut.Dimension).OfType<Dimension>())
        {
            bool isOwn = dimension.Name == path[^1].Dimension?.Name;
            if (isOwn || random.Next(3) == 0)
            {
                yield return new(dimension, false);
            }

            if (dimension.Member?.Id is not null && (isOwn || random.Next(3) == 0))
            {
                yield return new(dimension, true);
            }

            if (dimension.Member is not null && random.Next(4) == 0 && Attributes(dimension) is { Length: > 0 } attributes)
            {
                yield return new(Any(attributes), false);
            }
        }
    }

    private static Dimension[] Attributes(Dimension dimension) => [.. ModelReader.Shipped.Dimensions.Where(other => other.Owner == dimension.Name && other.Name != dimension.Name)];

    private MemberFilter Filter(MetricQuery query)
    {
        Dimension dimension = Any(query.Subject.Dimensions);
        bool isById = dimension.Member?.Id is not null && random.Next(2) == 0;
        string?[] known = [.. Values(dimension, isById, query), null, "nobody"];
        return new MemberFilter(dimension, isById, random.Next(3) == 0, [.. Enumerable.Range(0, random.Next(12) == 0 ? 0 : 1 + random.Next(3)).Select(_ => Any(known)).Distinct(StringComparer.Ordinal)]);
    }

    private IEnumerable<string?> Values(Dimension dimension, bool isById, MetricQuery query)
    {
        if (dimension.Member is { } member)
        {
            MemberTable members = star.MembersOf(dimension);
            return members.DurableKeys.Select(key => Text(members.Spoken(key, isById ? member.Id! : dimension.Column!, query.History)));
        }

        if (dimension.Bridge is not null)
        {
            return star.BridgeOf(dimension).SelectMany(same => same).Select(Text).Distinct(StringComparer.Ordinal).Take(12);
        }

        Fact fact = query.Subject.Facts.First(known => Evaluating.Availability.Reaches(known, dimension));
        Func<int, object?> value = new Evaluating.RowKeys(star, query with { Filters = [] }).Of(fact, dimension);
        return Enumerable.Range(0, star.RowsOf(fact, query.AsOf).Days.Count).Take(12).Select(row => Text(value(row)));
    }

    private static string? Text(object? value) => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

    private T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
