using Xunit;

namespace ProdSales.Support;

/// <summary>A test that reads the executable definitions of the indicators beside the project; skipped, with the reason, where they are absent.</summary>
public sealed class KpiViewsFactAttribute : FactAttribute
{
    /// <summary>Skips the test where the definitions are absent.</summary>
    public KpiViewsFactAttribute()
    {
        if (Repository.SharedKpiViews is null)
        {
            Skip = "The file ../shared/kpi-views.sql with the executable definitions is not there.";
        }
    }
}
