using Xunit;

namespace ProdSales.Support;

/// <summary>A test that reads the public data sets beside the project; skipped, with the reason, where they are absent.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Skips the test where the data are absent.</summary>
    public SharedDataFactAttribute()
    {
        if (Repository.SharedData is null)
        {
            Skip = "The folder ../shared/data with the public data sets is not there.";
        }
    }
}
