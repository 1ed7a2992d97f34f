using ProdSales.Bench.Ssb;

namespace ProdSales.Bench.Costs;

/// <summary>What one piece of work cost at one size, against a reference in the same run.</summary>
/// <param name="What">What was done.</param>
/// <param name="Goal">The goal in words.</param>
/// <param name="Cpu">Our processor time over the reference's.</param>
/// <param name="Wall">Our time on the clock over the reference's.</param>
/// <param name="OurCpu">Seconds of our processor time.</param>
/// <param name="OurWall">Seconds of ours on the clock.</param>
internal sealed record CostRow(string What, string Goal, double Cpu, double Wall, double OurCpu, double OurWall)
{
    /// <summary>Does both in turn and takes medians.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="goal">The goal in words.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="ours">Our side.</param>
    /// <param name="reference">What it is held against.</param>
    internal static CostRow InTurn(string what, string goal, int rounds, Func<object?> ours, Func<object?> reference)
    {
        // Short work runs often enough for the runtime to compile it for good.
        double first = Cost.Of(ours).Cost.Wall + Cost.Of(reference).Cost.Wall;
        for (int i = 0; i < Math.Min(20, (int)(2 / first)); i++)
        {
            ours();
            reference();
        }

        List<(Cost Ours, Cost Reference)> costs = [];
        for (int i = 0; i < rounds; i++)
        {
            costs.Add((Cost.Of(ours).Cost, Cost.Of(reference).Cost));
        }

        return new CostRow(
            what,
            goal,
            RatioRow.Median([.. costs.Select(pair => pair.Ours.Cpu / pair.Reference.Cpu)]),
            RatioRow.Median([.. costs.Select(pair => pair.Ours.Wall / pair.Reference.Wall)]),
            RatioRow.Median([.. costs.Select(pair => pair.Ours.Cpu)]),
            RatioRow.Median([.. costs.Select(pair => pair.Ours.Wall)]));
    }

    /// <summary>The geometric mean of several.</summary>
    internal static CostRow Mean(string what, string goal, IReadOnlyList<CostRow> rows)
    {
        double Of(Func<CostRow, double> value) => Math.Exp(rows.Average(row => Math.Log(value(row))));
        return new CostRow(what, goal, Of(row => row.Cpu), Of(row => row.Wall), Of(row => row.OurCpu), Of(row => row.OurWall));
    }
}
