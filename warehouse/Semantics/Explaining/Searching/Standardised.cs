namespace ProdSales.Semantics;

/// <summary>A difference of two quotients at equal mix: within each stratum, and averaged over them.</summary>
/// <param name="Value">The mean difference; strata weigh by the harmonic mean of their two denominators.</param>
/// <param name="Variance">Its variance by the scatter of rows.</param>
internal readonly record struct Standardised(double Value, double Variance);

/// <summary>Compares two quotients stratum by stratum.</summary>
/// <param name="first">Scatter of the rows of the first, never taken for less.</param>
/// <param name="second">Scatter of the rows of the second.</param>
internal struct StratumPairs(double first, double second)
{
    /// <summary>The share of its denominator that must lie in strata that both have; below it too little is compared.</summary>
    private const double LeastCover = 0.5;

    private double _sum;
    private double _weights;
    private Spread _own;
    private Spread _other;

    /// <summary>Adds the two quotients of a stratum.</summary>
    internal void Add(in Tally one, in Tally two)
    {
        double weight = 0;
        if (one.HasRate && two.HasRate)
        {
            weight = 1 / ((1 / Math.Abs(one.Denominator)) + (1 / Math.Abs(two.Denominator)));
            _sum += weight * (one.Rate - two.Rate);
            _weights += weight;
        }

        _own.Add(one, weight);
        _other.Add(two, weight);
    }

    /// <summary>The mean over the strata that both have; null when they hold less than half of the first, or of either where both must be covered.</summary>
    /// <param name="mustCoverBoth">Whether the second must be covered too.</param>
    internal readonly Standardised? Mean(bool mustCoverBoth) =>
        _weights > 0 && _own.Cover >= LeastCover && (!mustCoverBoth || _other.Cover >= LeastCover)
            ? new(_sum / _weights, (_own.Variance(first) + _other.Variance(second)) / (_weights * _weights))
            : null;

    /// <summary>The scatter of the rows of one side of all strata, and how much of it is in strata that count.</summary>
    private struct Spread
    {
        private double _residual;
        private double _squares;
        private double _rows;
        private int _strata;
        private double _weighted;
        private double _shared;
        private double _all;

        internal readonly double Cover => _all > 0 ? _shared / _all : 0;

        internal void Add(in Tally part, double weight)
        {
            double size = Math.Abs(part.Denominator);
            _all += size;
            if (weight == 0)
            {
                return;
            }

            double share = weight / size;
            _residual += part.Residual();
            _squares += part.SquaredDenominator;
            _rows += part.Rows;
            _strata++;
            _weighted += share * share * part.SquaredDenominator;
            _shared += size;
        }

        internal readonly double Variance(double pooled)
        {
            double own = _squares > 0 ? _residual / _squares * _rows / Math.Max(1, _rows - _strata) : 0;
            return Math.Max(own, pooled) * _weighted;
        }
    }
}
