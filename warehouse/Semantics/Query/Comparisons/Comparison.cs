namespace ProdSales.Semantics;

/// <summary>What a period is compared with: a name, the days of the other period, and the day of the question that each of them is laid against.</summary>
/// <remarks>A name always means the same days. Whoever compares a period that still runs asks for <see cref="Clipped"/>; docs/decisions/0011-comparisons.md says why.</remarks>
public abstract record Comparison
{
    private protected Comparison(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The span of the same length that ends the day before; whole months against whole months.</summary>
    public static Comparison PreviousPeriod { get; } = new PreviousPeriodComparison();

    /// <summary>The same days a year before.</summary>
    public static Comparison SamePeriodLastYear { get; } = new LastYearComparison();

    /// <summary>The fiscal month, quarter or year before the smallest one that holds the period, at the same place in it.</summary>
    public static Comparison PreviousFiscalPeriod { get; } = new PreviousFiscalPeriodComparison();

    /// <summary>The same days of the same fiscal months of the fiscal year before.</summary>
    public static Comparison SamePeriodLastFiscalYear { get; } = new LastFiscalYearComparison();

    /// <summary>As many workdays of the previous period, the first against the first; days off go with the workday before them.</summary>
    public static Comparison SameWorkdaysPreviousPeriod { get; } =
        new WorkdayComparison("same_workdays_previous_period", "The workdays of the previous period, the n-th against the n-th; days off go with the workday before them.", PreviousPeriod);

    /// <summary>As many workdays of the same period a year before.</summary>
    public static Comparison SameWorkdaysLastYear { get; } =
        new WorkdayComparison("same_workdays_last_year", "The workdays of the same period a year before, the n-th against the n-th; days off go with the workday before them.", SamePeriodLastYear);

    /// <summary>The days that lay as far from the Spring Festival before as these lie from theirs.</summary>
    public static Comparison SpringFestivalLastYear { get; } = new SpringFestivalComparison();

    /// <summary>Every comparison that can be asked for by name, not clipped.</summary>
    public static IReadOnlyList<Comparison> All { get; } =
    [
        PreviousPeriod, SamePeriodLastYear, PreviousFiscalPeriod, SamePeriodLastFiscalYear,
        SameWorkdaysPreviousPeriod, SameWorkdaysLastYear, SpringFestivalLastYear,
    ];

    /// <summary>Snake-case name, as in <c>previous_period</c>.</summary>
    public string Name { get; }

    /// <summary>Which days it means, in English, for the contract.</summary>
    public string Description { get; }

    /// <summary>True when a period in which the day of the question lies is compared only as far as it has run.</summary>
    public bool IsClipped { get; private init; }

    /// <summary>What the columns of its numbers start with.</summary>
    public string Prefix => IsClipped ? $"{Name}_clipped_" : $"{Name}_";

    /// <summary>The same comparison to equal elapsed time: of a period that still runs, only the part up to the day of the question is compared.</summary>
    public Comparison Clipped() => this with { IsClipped = true };

    /// <summary>The days to compare a period with.</summary>
    /// <param name="period">The period of the question.</param>
    /// <param name="asOf">The day of the question; it ends a clipped period that has not ended.</param>
    /// <returns>The days, or null where there are none to compare with: then every number of the comparison is null.</returns>
    public ComparedDays? Of(Period period, DateOnly asOf)
    {
        bool isRunning = period.From <= asOf && asOf < period.To;
        return Days(period, IsClipped && isRunning ? period with { To = asOf } : period);
    }

    /// <summary>The days to compare with.</summary>
    /// <param name="asked">The whole period, which decides what it is compared with.</param>
    /// <param name="elapsed">The part of it that is compared.</param>
    private protected abstract ComparedDays? Days(Period asked, Period elapsed);
}
