namespace ProdSales.Semantics;

/// <summary>What integers stand for to which rows were added up.</summary>
/// <param name="Scale">Decimals of the numerator.</param>
/// <param name="ScaleBelow">Decimals of the denominator.</param>
/// <param name="Factor">What was taken out of the factors of the numerator's form.</param>
/// <param name="FactorBelow">What was taken out of those of the denominator's.</param>
internal readonly record struct RowUnits(int Scale, int ScaleBelow, decimal Factor, decimal FactorBelow)
{
    private readonly double _unit = (double)Factor / Math.Pow(10, Scale);
    private readonly double _unitBelow = (double)FactorBelow / Math.Pow(10, ScaleBelow);

    /// <summary>The sums to six decimals.</summary>
    internal Sides Exact(in LeafSides rows)
    {
        Sides sides = new(rows.Before.Moments(Scale, ScaleBelow), rows.Now.Moments(Scale, ScaleBelow));
        return Factor == 1 && FactorBelow == 1 ? sides : new(sides.Before.Times(Factor, FactorBelow), sides.Now.Times(Factor, FactorBelow));
    }

    /// <summary>The sums with their scatter, in floating numbers.</summary>
    internal Tallies Floating(in LeafSides rows) => new(rows.Before.Tally(_unit, _unitBelow), rows.Now.Tally(_unit, _unitBelow));
}
