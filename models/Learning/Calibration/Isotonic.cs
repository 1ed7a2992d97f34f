namespace ProdSales.Learning.Calibration;

/// <summary>A rising line through the outcomes in the order of the log-odds; needs many positives, else it learns noise.</summary>
/// <param name="Margins">Where the line bends, ascending: the ends of each pool.</param>
/// <param name="Probabilities">Its height there, never falling.</param>
public sealed record Isotonic(double[] Margins, double[] Probabilities) : Calibrator
{
    /// <summary>Fits by pooling neighbours that stand in the wrong order; no pool says never or always: the ends stay half a row away.</summary>
    public static Isotonic Fit(ReadOnlySpan<double> margins, ReadOnlySpan<bool> labels)
    {
        double[] sorted = margins.ToArray();
        bool[] outcomes = labels.ToArray();
        Array.Sort(sorted, outcomes);
        double least = .5 / outcomes.Length;
        List<Pool> pools = [];
        for (int row = 0; row < sorted.Length; row++)
        {
            pools.Add(new Pool(sorted[row], sorted[row], outcomes[row] ? 1 : 0, 1));
            while (pools.Count > 1 && (pools[^1].Mean <= pools[^2].Mean || pools[^1].First == pools[^2].Last))
            {
                Pool last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = pools[^1].With(last);
            }
        }

        (double Margin, double Probability)[] bends =
        [
            .. pools.SelectMany(pool => (double[])(pool.First < pool.Last ? [pool.First, pool.Last] : [pool.First]), (pool, margin) => (margin, Math.Clamp(pool.Mean, least, 1 - least))),
        ];
        return new Isotonic([.. bends.Select(bend => bend.Margin)], [.. bends.Select(bend => bend.Probability)]);
    }

    /// <inheritdoc/>
    public override double ToProbability(double margin)
    {
        int at = Array.BinarySearch(Margins, margin);
        if (at >= 0)
        {
            return Probabilities[at];
        }

        int above = ~at;
        if (above == 0 || above == Margins.Length)
        {
            return Probabilities[Math.Min(above, Margins.Length - 1)];
        }

        double way = (margin - Margins[above - 1]) / (Margins[above] - Margins[above - 1]);
        return Probabilities[above - 1] + (way * (Probabilities[above] - Probabilities[above - 1]));
    }

    /// <inheritdoc/>
    public bool Equals(Isotonic? other) => other is not null && Margins.AsSpan().SequenceEqual(other.Margins) && Probabilities.AsSpan().SequenceEqual(other.Probabilities);

    /// <inheritdoc/>
    public override int GetHashCode() => Margins.Length;

    private readonly record struct Pool(double First, double Last, double Positives, double Rows)
    {
        public double Mean => Positives / Rows;

        public Pool With(Pool other) => new(First, other.Last, Positives + other.Positives, Rows + other.Rows);
    }
}
