using System.Runtime.Intrinsics;

namespace ProdSales.Forecasting.Search;

/// <summary>What a set of parameters costs, worked out for four sets at once.</summary>
internal interface ILaneCost
{
    /// <summary>The cost of each lane; infinite or not a number where the parameters are not allowed.</summary>
    Vector256<double> Of(in Lanes parameters);
}
