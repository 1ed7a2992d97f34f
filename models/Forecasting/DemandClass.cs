namespace ProdSales.Forecasting;

/// <summary>How demand comes (Syntetos, Boylan and Croston, 2005): by the mean interval between demands (ADI, limit 1.32) and the squared variation of their sizes (CV², limit 0.49).</summary>
public enum DemandClass
{
    /// <summary>Nothing is known.</summary>
    None,

    /// <summary>Often and of even size; every series without zeros counts as smooth.</summary>
    Smooth,

    /// <summary>Often and of uneven size.</summary>
    Erratic,

    /// <summary>Seldom and of even size.</summary>
    Intermittent,

    /// <summary>Seldom and of uneven size.</summary>
    Lumpy,
}
