using System.Runtime.Intrinsics;

namespace ProdSales.Forecasting.Search;

/// <summary>Finds the cheapest parameters: a coarse grid, then steps along the axes and to the vertex of the parabolas through them, ever shorter.</summary>
/// <remarks>No derivative, no randomness, nothing allocated: the same costs give the same parameters on every machine.</remarks>
internal static class LaneSearch
{
    private const int MaxDimensions = 4;

    // Axis moves of one round, and four points towards the vertex.
    private const int RoundPoints = (2 * MaxDimensions) + Lanes.Count;

    /// <summary>Searches.</summary>
    /// <param name="cost">The cost.</param>
    /// <param name="axes">One axis a parameter, at most four.</param>
    /// <param name="rounds">How often to refine.</param>
    /// <param name="best">Takes the parameters found.</param>
    /// <returns>Their cost; infinite when no point of the grid is allowed.</returns>
    internal static double Minimise<TCost>(ref TCost cost, ReadOnlySpan<Axis> axes, int rounds, Span<double> best)
        where TCost : struct, ILaneCost
    {
        double least = OverGrid(ref cost, axes, best);
        Span<double> steps = stackalloc double[axes.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            steps[axis] = axes[axis].Step;
        }

        Span<double> points = stackalloc double[RoundPoints * MaxDimensions];
        Span<double> costs = stackalloc double[RoundPoints];
        for (int round = 0; round < rounds && double.IsFinite(least); round++)
        {
            least = Refine(ref cost, axes, steps, points, costs, best, least);
        }

        return least;
    }

    private static double OverGrid<TCost>(ref TCost cost, ReadOnlySpan<Axis> axes, Span<double> best)
        where TCost : struct, ILaneCost
    {
        int count = 1;
        foreach (Axis axis in axes)
        {
            count *= axis.Grid.Length;
        }

        double least = double.PositiveInfinity;
        Span<double> points = stackalloc double[Lanes.Count * MaxDimensions];
        Span<double> costs = stackalloc double[Lanes.Count];
        for (int from = 0; from < count; from += Lanes.Count)
        {
            for (int lane = 0; lane < Lanes.Count; lane++)
            {
                int rest = Math.Min(from + lane, count - 1);
                for (int axis = 0; axis < axes.Length; axis++)
                {
                    (rest, int at) = Math.DivRem(rest, axes[axis].Grid.Length);
                    points[(lane * MaxDimensions) + axis] = axes[axis].Grid[at];
                }
            }

            Evaluate(ref cost, points, costs);
            least = Take(points, costs, axes.Length, best, least, Lanes.Count);
        }

        return least;
    }

    private static double Refine<TCost>(
        ref TCost cost, ReadOnlySpan<Axis> axes, Span<double> steps, Span<double> points, Span<double> costs, Span<double> best, double least)
        where TCost : struct, ILaneCost
    {
        int moves = 0;
        for (int axis = 0; axis < axes.Length; axis++)
        {
            if (axes[axis].IsFree)
            {
                Move(axes[axis], axis, steps[axis], best, points[(moves++ * MaxDimensions)..]);
                Move(axes[axis], axis, -steps[axis], best, points[(moves++ * MaxDimensions)..]);
            }
        }

        Pad(points, ref moves, axes.Length);
        Evaluate(ref cost, points[..(moves * MaxDimensions)], costs);
        TowardsVertex(axes, steps, costs, best, least, points[(moves * MaxDimensions)..]);
        Evaluate(ref cost, points.Slice(moves * MaxDimensions, Lanes.Count * MaxDimensions), costs[moves..]);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            steps[axis] *= 0.5;
        }

        return Take(points, costs, axes.Length, best, least, moves + Lanes.Count);
    }

    private static void Move(Axis along, int axis, double step, ReadOnlySpan<double> best, Span<double> point)
    {
        best.CopyTo(point);
        point[axis] = Math.Clamp(best[axis] + step, along.Low, along.High);
    }

    // Fills the last lanes of the axis moves, so that whole vectors are evaluated.
    private static void Pad(Span<double> points, ref int moves, int dimensions)
    {
        while (moves % Lanes.Count != 0)
        {
            points.Slice(0, dimensions).CopyTo(points[(moves * MaxDimensions)..]);
            moves++;
        }
    }

    // The vertex of the parabola of each axis, all axes together, taken by a quarter, a half, whole and one and a half times.
    private static void TowardsVertex(
        ReadOnlySpan<Axis> axes, ReadOnlySpan<double> steps, ReadOnlySpan<double> costs, ReadOnlySpan<double> best, double least, Span<double> points)
    {
        int move = 0;
        for (int axis = 0; axis < axes.Length; axis++)
        {
            double shift = axes[axis].IsFree ? Shift(costs[move] - least, costs[move + 1] - least, steps[axis]) : 0;
            move += axes[axis].IsFree ? 2 : 0;
            for (int lane = 0; lane < Lanes.Count; lane++)
            {
                double part = lane switch { 0 => 0.25, 1 => 0.5, 2 => 1, _ => 1.5 };
                points[(lane * MaxDimensions) + axis] = Math.Clamp(best[axis] + (part * shift), axes[axis].Low, axes[axis].High);
            }
        }
    }

    private static double Shift(double up, double down, double step)
    {
        double curvature = up + down;
        return curvature > 0 && double.IsFinite(curvature)
            ? Math.Clamp(0.5 * step * (down - up) / curvature, -1.5 * step, 1.5 * step)
            : up < down ? step : down < up ? -step : 0;
    }

    private static void Evaluate<TCost>(ref TCost cost, ReadOnlySpan<double> points, Span<double> costs)
        where TCost : struct, ILaneCost
    {
        for (int from = 0; from < points.Length / MaxDimensions; from += Lanes.Count)
        {
            ReadOnlySpan<double> four = points.Slice(from * MaxDimensions, Lanes.Count * MaxDimensions);
            Lanes lanes = new(Column(four, 0), Column(four, 1), Column(four, 2), Column(four, 3));
            cost.Of(lanes).CopyTo(costs[from..]);
        }
    }

    private static Vector256<double> Column(ReadOnlySpan<double> four, int dimension) => Vector256.Create(
        four[dimension], four[MaxDimensions + dimension], four[(2 * MaxDimensions) + dimension], four[(3 * MaxDimensions) + dimension]);

    private static double Take(ReadOnlySpan<double> points, ReadOnlySpan<double> costs, int dimensions, Span<double> best, double least, int count)
    {
        for (int point = 0; point < count; point++)
        {
            if (costs[point] < least)
            {
                least = costs[point];
                points.Slice(point * MaxDimensions, dimensions).CopyTo(best);
            }
        }

        return least;
    }
}
