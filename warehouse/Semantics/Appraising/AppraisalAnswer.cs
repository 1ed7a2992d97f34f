namespace ProdSales.Semantics;

/// <summary>What a change brought, benefit by benefit, and what came back of what it cost.</summary>
public sealed record AppraisalAnswer
{
    /// <summary>The question.</summary>
    public required AppraisalRequest Request { get; init; }

    /// <summary>Each benefit that was asked for, in the order of the question.</summary>
    public required IReadOnlyList<AppraisedBenefit> Benefits { get; init; }

    /// <summary>The statements that were run.</summary>
    public required IReadOnlyList<string> Sql { get; init; }

    /// <summary>What all benefits that count are worth a year, in the group currency; null when none does.</summary>
    public double? Amount => Counted.Any() ? Counted.Sum(benefit => benefit.Amount!.Value) : null;

    /// <summary>Its interval at 95 %, the benefits taken as independent of each other; null when none counts.</summary>
    public (double Low, double High)? AmountInterval => Amount is { } amount ? (amount - Half, amount + Half) : null;

    /// <summary>(Amount - cost) / cost; null without a cost or an amount.</summary>
    public double? Return => ReturnOn(Amount);

    /// <summary>The interval of the return.</summary>
    public (double Low, double High)? ReturnInterval => AmountInterval is { } ends && Request.Cost is not null ? (ReturnOn(ends.Low)!.Value, ReturnOn(ends.High)!.Value) : null;

    private IEnumerable<AppraisedBenefit> Counted => Benefits.Where(benefit => benefit.Counts);

    private double Half => Math.Sqrt(Counted.Sum(benefit => Math.Pow((benefit.AmountInterval!.Value.High - benefit.AmountInterval.Value.Low) / 2, 2)));

    private double? ReturnOn(double? amount) => Request.Cost is { } cost ? (amount - (double)cost) / (double)cost : null;
}
