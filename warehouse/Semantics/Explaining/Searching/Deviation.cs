namespace ProdSales.Semantics;

/// <summary>How far a part moved otherwise than the rest.</summary>
/// <param name="Own">Its own move beyond that of the rest: of a quotient in its unit, at equal mix; of a sum as a growth rate.</param>
/// <param name="Variance">The variance of that by the scatter of rows.</param>
/// <param name="Weight">What the whole moves by when the part moves by one.</param>
/// <param name="Level">How far its value lies from the rest's on the side where it is, asked about before compared with; 0 for a sum.</param>
/// <param name="LevelVariance">The variance of that by the scatter of rows.</param>
/// <param name="IsOneSided">True for a part of a quotient that is new or gone: it has no move, only a level.</param>
internal readonly record struct Deviation(double Own, double Variance, double Weight, double Level, double LevelVariance, bool IsOneSided)
{
    internal double Excess => Own * Weight;

    /// <summary>The deviation over its standard error.</summary>
    internal double Score(Drift drift)
    {
        double variance = Variance + (IsOneSided ? drift.Level : drift.Move);
        return variance > 0 ? Own / Math.Sqrt(variance) : 0;
    }
}
