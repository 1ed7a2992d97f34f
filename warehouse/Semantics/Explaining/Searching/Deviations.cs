namespace ProdSales.Semantics;

/// <summary>Holds parts against the rest.</summary>
/// <param name="scatter">The scatter of rows.</param>
/// <param name="members">The sums of the members of each dimension, over the rows that are left.</param>
/// <param name="all">The sums of the rows that are left.</param>
/// <param name="whole">The sums of all rows.</param>
internal sealed class Deviations(Scatter scatter, IReadOnlyList<Tallies[]> members, Tallies all, Tallies whole)
{
    /// <summary>A part that weighs less than this share of its weight on the other side is as good as not there.</summary>
    private const double AsGoodAsNone = 0.2;

    /// <summary>The deviation of a part; null when the part or the rest is too small to tell.</summary>
    /// <param name="part">The part.</param>
    /// <param name="around">A wider part, of which the rest has nothing either; null when the rest is all but the part.</param>
    internal Deviation? Of(Candidate part, Candidate? around = null)
    {
        Tallies rest = all - (around ?? part).Sums;
        if (part.Sums.IsTooSmall || rest.Before.Rows < Scatter.FewestRows || rest.Now.Rows < Scatter.FewestRows)
        {
            return null;
        }

        return scatter.IsRatio ? OfRatio(part, rest, new(RestOf(around ?? part), KinOf(around ?? part))) : OfSum(part.Sums, rest);
    }

    /// <summary>How far the whole moves by the scatter of its rows alone: one standard error.</summary>
    internal double WholeError()
    {
        if (!scatter.IsRatio)
        {
            return Math.Sqrt(whole.Before.SquaredNumerator + whole.Now.SquaredNumerator);
        }

        double Variance(Tally side, double pooled) => pooled * side.SquaredDenominator / (side.Denominator * side.Denominator);
        return Math.Sqrt(Variance(whole.Before, scatter.Before) + Variance(whole.Now, scatter.Now));
    }

    // A part that is new or gone, or as good as that, has no move of its own: what is held against the rest is its level on the side where it is.
    private Deviation? OfRatio(Candidate part, Tallies rest, Surroundings around)
    {
        if (!rest.Now.HasRate || !rest.Before.HasRate)
        {
            return null;
        }

        Standardised now = part.Sums.Now.HasRate ? Level(part, rest, around, sides => sides.Now, scatter.Now) : default;
        Standardised before = part.Sums.Before.HasRate ? Level(part, rest, around, sides => sides.Before, scatter.Before) : default;
        double newWeight = part.Sums.Now.Denominator / whole.Now.Denominator;
        double oldWeight = part.Sums.Before.Denominator / whole.Before.Denominator;
        if (Math.Abs(oldWeight) < AsGoodAsNone * Math.Abs(newWeight))
        {
            return new Deviation(now.Value, now.Variance, newWeight - oldWeight, now.Value, now.Variance, IsOneSided: true);
        }

        if (Math.Abs(newWeight) < AsGoodAsNone * Math.Abs(oldWeight))
        {
            return new Deviation(-before.Value, before.Variance, oldWeight - newWeight, before.Value, before.Variance, IsOneSided: true);
        }

        (double own, double variance) = Move(StrataOf(part)) is { } moved && Move(around.Strata) is { } others
            ? (moved.Value - others.Value, moved.Variance + others.Variance)
            : (now.Value - before.Value, now.Variance + before.Variance);
        return new Deviation(own, variance, newWeight, now.Value, now.Variance, IsOneSided: false);
    }

    /// <summary>How far a part moved at equal mix; null where most of it is in strata that only one side has.</summary>
    private Standardised? Move(IEnumerable<Tallies> strata) =>
        Standardised.Of(strata.Select(sums => (sums.Now, sums.Before)), scatter.Now, scatter.Before, mustCoverBoth: true);

    /// <summary>How far the part lies on one side from its kin, or from the rest at its own mix, or from the rest as a whole: the first of these that has such rows.</summary>
    private static Standardised Level(Candidate part, Tallies rest, Surroundings around, Func<Tallies, Tally> side, double pooled)
    {
        Standardised? Apart(IEnumerable<(Tally, Tally)> pairs) => Standardised.Of(pairs, pooled, pooled, mustCoverBoth: false);

        return (side(around.Kin).Rows < Scatter.FewestRows ? null : Apart([(side(part.Sums), side(around.Kin))]))
            ?? (part.Stratum is null ? null : Apart(part.Strata.Select(own => (side(own.Sums), side(around.Strata[own.Member])))))
            ?? Apart([(side(part.Sums), side(rest))])!.Value;
    }

    private static IEnumerable<Tallies> StrataOf(Candidate part) => part.Stratum is null ? [part.Sums] : part.Strata.Select(own => own.Sums);

    private Tallies[] RestOf(Candidate part)
    {
        if (part.Stratum is not { } stratum)
        {
            return [all - part.Sums];
        }

        Tallies[] rest = [.. members[stratum]];
        foreach (Stratum own in part.Strata)
        {
            rest[own.Member] -= own.Sums;
        }

        return rest;
    }

    /// <summary>Where a part is of one member of the dimension that tells rows apart best: what else that member has; nothing for other parts.</summary>
    private Tallies KinOf(Candidate part)
    {
        int pinned = scatter.Strongest is { } strongest ? Array.IndexOf(part.Dimensions, strongest) : -1;
        return pinned < 0 ? default : members[part.Dimensions[pinned]][part.Members[pinned]] - part.Sums;
    }

    // The number of rows is itself chance, so a sum scatters with the sum of its squares (a compound Poisson sum).
    private static Deviation? OfSum(Tallies part, Tallies rest)
    {
        double growth = rest.Before.Numerator == 0 ? 0 : rest.Now.Numerator / rest.Before.Numerator;
        double expected = growth * part.Before.Numerator;
        double weight = expected != 0 ? Math.Abs(expected) : Math.Abs(part.Now.Numerator);
        if (rest.Before.Numerator == 0 || weight == 0)
        {
            return null;
        }

        double growthVariance = (rest.Now.SquaredNumerator + (growth * growth * rest.Before.SquaredNumerator)) / (rest.Before.Numerator * rest.Before.Numerator);
        double variance = part.Now.SquaredNumerator + (growth * growth * part.Before.SquaredNumerator) + (part.Before.Numerator * part.Before.Numerator * growthVariance);
        return new Deviation((part.Now.Numerator - expected) / weight, variance / (weight * weight), weight, 0, 0, IsOneSided: false);
    }

    /// <summary>What a part is held against.</summary>
    /// <param name="Strata">The rest, by the members of the dimension whose mix is held equal.</param>
    /// <param name="Kin">The rest of its member of the strongest dimension.</param>
    private readonly record struct Surroundings(Tallies[] Strata, Tallies Kin);
}
