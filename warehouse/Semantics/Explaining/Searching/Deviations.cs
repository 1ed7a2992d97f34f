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
    internal Deviation? Of(in Candidate part, in Candidate? around = null)
    {
        Candidate outer = around ?? part;
        Tallies rest = all - outer.Sums;
        if (part.Sums.IsTooSmall || rest.Before.Rows < Scatter.FewestRows || rest.Now.Rows < Scatter.FewestRows)
        {
            return null;
        }

        return scatter.IsRatio ? OfRatio(part, rest, outer) : OfSum(part.Sums, rest);
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
    private Deviation? OfRatio(in Candidate part, in Tallies rest, in Candidate around)
    {
        if (!rest.Now.HasRate || !rest.Before.HasRate)
        {
            return null;
        }

        Tallies kin = KinOf(around);
        Standardised now = Level(part, around, (part.Sums.Now, kin.Now, rest.Now), isNow: true);
        double newWeight = part.Sums.Now.Denominator / whole.Now.Denominator;
        double oldWeight = part.Sums.Before.Denominator / whole.Before.Denominator;
        if (Math.Abs(oldWeight) < AsGoodAsNone * Math.Abs(newWeight))
        {
            return new Deviation(now.Value, now.Variance, newWeight - oldWeight, now.Value, now.Variance, IsOneSided: true);
        }

        if (Math.Abs(newWeight) < AsGoodAsNone * Math.Abs(oldWeight))
        {
            Standardised before = Level(part, around, (part.Sums.Before, kin.Before, rest.Before), isNow: false);
            return new Deviation(-before.Value, before.Variance, oldWeight - newWeight, before.Value, before.Variance, IsOneSided: true);
        }

        if (OwnMove(part) is { } moved && RestMove(around) is { } others)
        {
            return new Deviation(moved.Value - others.Value, moved.Variance + others.Variance, newWeight, now.Value, now.Variance, IsOneSided: false);
        }

        Standardised then = Level(part, around, (part.Sums.Before, kin.Before, rest.Before), isNow: false);
        return new Deviation(now.Value - then.Value, now.Variance + then.Variance, newWeight, now.Value, now.Variance, IsOneSided: false);
    }

    /// <summary>How far a part moved at equal mix; null where most of it is in strata that only one side has.</summary>
    private Standardised? OwnMove(in Candidate part)
    {
        StratumPairs pairs = new(scatter.Now, scatter.Before);
        if (part.Stratum is null)
        {
            pairs.Add(part.Sums.Now, part.Sums.Before);
        }

        foreach (ref readonly Tallies sums in part.StrataSums)
        {
            pairs.Add(sums.Now, sums.Before);
        }

        return pairs.Mean(mustCoverBoth: true);
    }

    /// <summary>How far all but a part moved at equal mix.</summary>
    private Standardised? RestMove(in Candidate around)
    {
        StratumPairs pairs = new(scatter.Now, scatter.Before);
        if (around.Stratum is not { } stratum)
        {
            Tallies rest = all - around.Sums;
            pairs.Add(rest.Now, rest.Before);
            return pairs.Mean(mustCoverBoth: true);
        }

        ReadOnlySpan<int> own = around.Strata;
        ReadOnlySpan<Tallies> sums = around.StrataSums;
        ReadOnlySpan<Tallies> every = members[stratum];
        for (int member = 0, next = 0; member < every.Length; member++)
        {
            if (next < own.Length && own[next] == member)
            {
                Tallies rest = every[member] - sums[next++];
                pairs.Add(rest.Now, rest.Before);
            }
            else
            {
                pairs.Add(every[member].Now, every[member].Before);
            }
        }

        return pairs.Mean(mustCoverBoth: true);
    }

    /// <summary>How far the part, where it has a rate there, lies on one side from its kin, or from the rest at its own mix, or from the rest as a whole: the first of these that has such rows.</summary>
    private Standardised Level(in Candidate part, in Candidate around, (Tally Own, Tally Kin, Tally Others) sides, bool isNow)
    {
        if (!sides.Own.HasRate)
        {
            return default;
        }

        double pooled = isNow ? scatter.Now : scatter.Before;
        StratumPairs kin = new(pooled, pooled);
        if (sides.Kin.Rows >= Scatter.FewestRows)
        {
            kin.Add(sides.Own, sides.Kin);
        }

        if (kin.Mean(mustCoverBoth: false) is { } apart)
        {
            return apart;
        }

        StratumPairs rest = new(pooled, pooled);
        rest.Add(sides.Own, sides.Others);
        return AtOwnMix(part, around, isNow, pooled) ?? rest.Mean(mustCoverBoth: false)!.Value;
    }

    private Standardised? AtOwnMix(in Candidate part, in Candidate around, bool isNow, double pooled)
    {
        if (part.Stratum is not { } stratum)
        {
            return null;
        }

        StratumPairs pairs = new(pooled, pooled);
        ReadOnlySpan<int> own = part.Strata;
        ReadOnlySpan<int> taken = around.Strata;
        for (int i = 0, next = 0; i < own.Length; i++)
        {
            while (next < taken.Length && taken[next] < own[i])
            {
                next++;
            }

            Tallies rest = members[stratum][own[i]];
            rest = next < taken.Length && taken[next] == own[i] ? rest - around.StrataSums[next] : rest;
            ref readonly Tallies sums = ref part.StrataSums[i];
            pairs.Add(isNow ? sums.Now : sums.Before, isNow ? rest.Now : rest.Before);
        }

        return pairs.Mean(mustCoverBoth: false);
    }

    /// <summary>Where a part is of one member of the dimension that tells rows apart best: what else that member has; nothing for other parts.</summary>
    private Tallies KinOf(in Candidate part)
    {
        int pinned = scatter.Strongest is { } strongest ? Array.IndexOf(part.Dimensions, strongest) : -1;
        return pinned < 0 ? default : members[part.Dimensions[pinned]][part.Member(pinned)] - part.Sums;
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
}
