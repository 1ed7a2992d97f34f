using System.Globalization;

namespace ProdSales.Simulation;

/// <summary>Which demo company to make; the same options always make the same rows.</summary>
public sealed record DemoOptions
{
    /// <summary>Seed of all random draws; another seed makes another company.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Years that the company is told over, from 1 to 10.</summary>
    public int Years { get; init; } = 3;

    /// <summary>Size, above 0 and at most 1000: 1 means about 33,000 order lines a year.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Last day of business, from 2012 to 2047; what lies after it is not yet known in any row.</summary>
    public DateOnly LastDay { get; init; } = new(2026, 10, 31);

    /// <summary>Whether causes for a drill-down to find are planted: see <see cref="Truth"/>.</summary>
    public bool PlantCauses { get; init; } = true;

    /// <summary>First day of business.</summary>
    public DateOnly FirstDay => LastDay.AddDays(1).AddYears(-Years);

    /// <summary>Size of the largest works; a company above it has several.</summary>
    internal double LargestWorks { get; init; } = 5;

    /// <summary>Order lines to expect over all years.</summary>
    internal double ExpectedOrderLines => 100_000 * Scale * Years / 3;

    /// <summary>Says which options lie outside their range, one sentence each.</summary>
    /// <returns>The sentences; none when a company can be made.</returns>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (Years is < 1 or > 10)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"years {Years} must lie between 1 and 10."));
        }

        if (!(Scale > 0 && Scale <= 1000))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"scale {Scale} must be above 0 and at most 1000."));
        }

        if (LastDay.Year is < 2012 or > 2047)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"last day {LastDay:yyyy-MM-dd} must lie between 2012-01-01 and 2047-12-31."));
        }

        return faults;
    }
}
