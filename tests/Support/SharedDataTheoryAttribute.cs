using Xunit;

namespace ProdSales.Support;

/// <summary>Tests of one kind that read the public data sets beside the project; skipped, with the reason, where they are absent.</summary>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the tests where the data are absent.</summary>
    public SharedDataTheoryAttribute() => Skip = new SharedDataFactAttribute().Skip;
}
