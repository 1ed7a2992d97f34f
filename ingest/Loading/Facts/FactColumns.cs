using ProdSales.Feeds;

namespace ProdSales.Loading.Facts;

/// <summary>The columns of facts that loading works out from other facts, with what they hold until then.</summary>
internal static class FactColumns
{
    /// <summary>Lists the derived columns of a feed's fact as SELECT expressions of their first value.</summary>
    internal static IEnumerable<string> DerivedDefaults(Feed feed) => feed.Name == "schedule_line"
        ?
        [
            "0 AS delivered_quantity",
            "0 AS delivered_by_requested_quantity",
            "0 AS delivered_by_first_commit_quantity",
            "0 AS delivered_by_current_commit_quantity",
        ]
        : [];
}
