using ProdSales.Forecasting.Members;
using ProdSales.Forecasting.Smoothing;

namespace ProdSales.Forecasting.Combination;

/// <summary>Which members forecast a series together, and how they are brought into one point. All count alike: weights fitted to past errors were no better (docs/decisions/0025).</summary>
internal sealed class MemberPool
{
    /// <summary>From this period on a season has so many steps that autoregressions alone are best.</summary>
    private const int LongPeriod = 13;

    /// <summary>From so many values on a series without season shows its trend by itself.</summary>
    private const int LongHistory = 48;

    private static readonly MemberPool WithoutSeason = new(
        false, new AdjustedEtsMember(), new AutoregressionMember(), new DynamicThetaMember(), new AggregatedThetaMember(), new ComplexSmoothingMember());

    private static readonly MemberPool LongWithoutSeason = new(
        false, new AdjustedEtsMember(), new SmoothingMember("damped", TrendForm.Damped), new DriftingAutoregressionMember());

    private static readonly MemberPool ShortSeason = new(
        false, new AdjustedEtsMember(), new EtsMember(isAveraged: true), new AutoregressionMember(), new SeasonalAutoregressionMember(), new DynamicThetaMember(), new AggregatedThetaMember());

    private static readonly MemberPool LongSeason = new(
        true, new AutoregressionMember(), new AdjustedAutoregressionMember(), new SeasonalAutoregressionMember());

    private MemberPool(bool takesMedian, params IMember[] members)
    {
        (TakesMedian, Members) = (takesMedian, members);
    }

    /// <summary>Gets the members.</summary>
    internal IReadOnlyList<IMember> Members { get; }

    /// <summary>Gets whether a point is the median of its members, else their mean.</summary>
    internal bool TakesMedian { get; }

    /// <summary>The pool for a season of so many steps, 1 for none, and a history of so many values.</summary>
    internal static MemberPool For(int period, int count) => period switch
    {
        1 => count < LongHistory ? WithoutSeason : LongWithoutSeason,
        < LongPeriod => ShortSeason,
        _ => LongSeason,
    };

    /// <summary>Brings what members say of one step into one point.</summary>
    internal double Point(Span<double> ofMembers)
    {
        if (!TakesMedian)
        {
            double sum = 0;
            foreach (double one in ofMembers)
            {
                sum += one / ofMembers.Length;
            }

            return sum;
        }

        ofMembers.Sort();
        int middle = ofMembers.Length / 2;
        return ofMembers.Length % 2 == 1 ? ofMembers[middle] : (ofMembers[middle - 1] + ofMembers[middle]) / 2;
    }
}
