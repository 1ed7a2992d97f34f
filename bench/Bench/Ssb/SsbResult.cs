namespace ProdSales.Bench.Ssb;

/// <summary>What one question cost each side, round by round.</summary>
/// <param name="Question">The question.</param>
/// <param name="Rows">Rows of the answer, equal for all.</param>
/// <param name="Ours">Planned, written and read by the product.</param>
/// <param name="Hand">The SQL by hand.</param>
/// <param name="Malloy">Compiled and run by Malloy; empty where it is not installed.</param>
internal sealed record SsbResult(SsbQuestion Question, int Rows, IReadOnlyList<Cost> Ours, IReadOnlyList<Cost> Hand, IReadOnlyList<Cost> Malloy)
{
    /// <summary>The median of our processor time.</summary>
    internal double OurCpu => RatioRow.Median([.. Ours.Select(cost => cost.Cpu)]);

    /// <summary>Our processor time over that of the SQL by hand.</summary>
    internal double CpuToHand => Ratio(Hand, cost => cost.Cpu);

    /// <summary>Our time on the clock over that of the SQL by hand.</summary>
    internal double WallToHand => Ratio(Hand, cost => cost.Wall);

    /// <summary>Our processor time over Malloy's, or null without it.</summary>
    internal double? CpuToMalloy => Malloy.Count == 0 ? null : Ratio(Malloy, cost => cost.Cpu);

    private double Ratio(IReadOnlyList<Cost> reference, Func<Cost, double> quantity) =>
        RatioRow.Median([.. Ours.Zip(reference, (ours, theirs) => quantity(ours) / quantity(theirs))]);
}
