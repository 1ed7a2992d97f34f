namespace ProdSales.Loading.Intake;

/// <summary>A member that a row names and the warehouse does not have.</summary>
/// <param name="Master">The dimension feed, or one of the constants.</param>
/// <param name="SystemName">The source system; empty for regions and source systems.</param>
/// <param name="Id">Its id in that system.</param>
/// <param name="Key">The key that it gets.</param>
internal sealed record MissingMember(string Master, string SystemName, string Id, int Key)
{
    /// <summary>Stands for <c>dim_region</c>, whose members belong to no source system.</summary>
    internal const string Region = "region";

    /// <summary>Stands for <c>dim_source_system</c>.</summary>
    internal const string SourceSystem = "source_system";
}
