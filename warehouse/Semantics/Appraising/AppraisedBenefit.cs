namespace ProdSales.Semantics;

/// <summary>What a change brought in one measure, and what that is worth a year.</summary>
public sealed record AppraisedBenefit
{
    /// <summary>The benefit.</summary>
    public required Benefit Benefit { get; init; }

    /// <summary>What was changed, before and after.</summary>
    public (GroupValues Before, GroupValues After)? Treated { get; init; }

    /// <summary>What was not; null when nothing is compared with.</summary>
    public (GroupValues Before, GroupValues After)? Control { get; init; }

    /// <summary>(T1 - T0) - (C1 - C0) over the whole periods, in the unit of the measure; null when a value is missing.</summary>
    public double? Effect { get; init; }

    /// <summary>The same with its interval; null with too few months.</summary>
    public Estimate? Estimate { get; init; }

    /// <summary>The effect of a day before the change on which nothing happened, which should be none; null with too few months.</summary>
    public Estimate? Placebo { get; init; }

    /// <summary>What one unit of the measure is worth a year, in the group currency; null when the benefit is not told in money or something is missing.</summary>
    public double? Worth { get; init; }

    /// <summary>Why something is not known; null when all is.</summary>
    public AppraisalReason? Reason { get; init; }

    /// <summary>The value that was frozen before the change, of what was changed; null when none was recorded for these days.</summary>
    public double? FrozenTreated { get; init; }

    /// <summary>The same, of what was compared with.</summary>
    public double? FrozenControl { get; init; }

    /// <summary>What the effect is worth a year, in the group currency; above 0 is good whichever way the measure goes.</summary>
    public double? Amount => Effect * Sign * Worth;

    /// <summary>The interval of the amount; null without one.</summary>
    public (double Low, double High)? AmountInterval => Estimate is { } known && Worth is { } worth
        ? (Math.Min(known.Low * Sign * worth, known.High * Sign * worth), Math.Max(known.Low * Sign * worth, known.High * Sign * worth))
        : null;

    /// <summary>True when the amount is part of the return: the effect can be put down to the change, or is nothing but chance.</summary>
    public bool Counts => Amount is not null && Verdict is AppraisalVerdict.NoEffect or AppraisalVerdict.Better or AppraisalVerdict.Worse;

    /// <summary>What can be said.</summary>
    public AppraisalVerdict Verdict => this switch
    {
        { Effect: null } => AppraisalVerdict.NotKnown,
        { Estimate: null } => AppraisalVerdict.TooFewMonths,
        { Placebo.IsTold: true } => AppraisalVerdict.DriftedBefore,
        { Estimate.IsTold: false } => AppraisalVerdict.NoEffect,
        _ => Effect * Sign > 0 ? AppraisalVerdict.Better : AppraisalVerdict.Worse,
    };

    private int Sign => Benefit.Measure.Good is GoodDirection.Down ? -1 : 1;
}
