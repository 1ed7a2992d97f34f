using Xunit;

namespace ProdSales.Support;

/// <summary>Tests of one kind that read the executable definitions of the indicators beside the project; skipped, with the reason, where they are absent.</summary>
public sealed class KpiViewsTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the tests where the definitions are absent.</summary>
    public KpiViewsTheoryAttribute() => Skip = new KpiViewsFactAttribute().Skip;
}
