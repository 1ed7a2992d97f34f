using MathNet.Numerics.Statistics;

namespace ProdSales.Semantics;

/// <summary>Works out relations over cells.</summary>
internal static class Correlating
{
    /// <summary>The 97.5 % point of the normal distribution.</summary>
    private const double Deviations = 1.959963984540054;

    internal static Relation Overall(IReadOnlyCollection<CrossCell> cells) => Of([.. cells.Select(cell => cell.X)], [.. cells.Select(cell => cell.Y)], 0);

    /// <summary>Each value less the mean of its member; a member with one cell tells nothing and is left out.</summary>
    internal static Relation Within(IReadOnlyCollection<CrossCell> cells)
    {
        List<double> x = [];
        List<double> y = [];
        int members = 0;
        foreach (CrossCell[] own in cells.GroupBy(cell => (cell.Id, cell.Name)).Select(own => own.ToArray()).Where(own => own.Length > 1))
        {
            members++;
            x.AddRange(own.Select(cell => cell.X - own.Average(other => other.X)));
            y.AddRange(own.Select(cell => cell.Y - own.Average(other => other.Y)));
        }

        return Of([.. x], [.. y], Math.Max(0, members - 1));
    }

    /// <summary>Pearson's partial coefficient with the control held still: (r_xy - r_xz r_yz) / sqrt((1 - r_xz^2)(1 - r_yz^2)).</summary>
    internal static Relation Partial(IReadOnlyCollection<CrossCell> cells)
    {
        CrossCell[] known = [.. cells.Where(cell => cell.Control is not null)];
        double[] z = [.. known.Select(cell => cell.Control!.Value)];
        double[] x = [.. known.Select(cell => cell.X)];
        double[] y = [.. known.Select(cell => cell.Y)];
        if (Pearson(x, y) is not { } xy)
        {
            return new Relation(known.Length, null, null, null);
        }

        // A control that never varies moves neither.
        double xz = Pearson(x, z) ?? 0;
        double yz = Pearson(y, z) ?? 0;
        double left = (1 - (xz * xz)) * (1 - (yz * yz));
        return left <= 1e-12 ? new Relation(known.Length, null, null, null) : Interval((xy - (xz * yz)) / Math.Sqrt(left), known.Length, 1);
    }

    private static Relation Of(double[] x, double[] y, int spent) =>
        Pearson(x, y) is { } found ? Interval(found, x.Length, spent) : new Relation(x.Length, null, null, null);

    /// <summary>Fisher's interval: atanh r has a standard error of 1 / sqrt(n - 3 - k), k the values that were spent on means or controls.</summary>
    private static Relation Interval(double correlation, int cells, int spent)
    {
        double found = Math.Clamp(correlation, -1, 1);
        int free = cells - 3 - spent;
        if (free < 1)
        {
            return new Relation(cells, found, null, null);
        }

        double centre = Math.Atanh(Math.Clamp(found, -0.999999999999, 0.999999999999));
        double half = Deviations / Math.Sqrt(free);
        return new Relation(cells, found, Math.Tanh(centre - half), Math.Tanh(centre + half));
    }

    private static double? Pearson(double[] x, double[] y) =>
        x.Length < 3 || IsConstant(x) || IsConstant(y) ? null : Correlation.Pearson(x, y);

    // What is left of equal values after their mean is taken away is no variation.
    private static bool IsConstant(double[] values)
    {
        double span = values.Max() - values.Min();
        return span <= 1e-12 * Math.Max(1, values.Max(Math.Abs));
    }
}
