using ProdSales.Learning.Data;

namespace ProdSales.Bench.Models.Scores;

/// <summary>IBM's won and lost deals of automotive supplies.</summary>
internal static class WinLossData
{
    internal const string TrainFile = "winloss_ibm/df_train_stratified.parquet";
    internal const string TestFile = "winloss_ibm/df_test_stratified.parquet";

    /// <summary>What is known when a deal is opened, with the label and the number by which deals are ordered.</summary>
    internal static Table Early(string file) => QueryTable.Of(
        """
        SELECT "Supplies Group", "Supplies Subgroup", "Region", "Route To Market", "Opportunity Amount USD", "Client Size By Revenue (USD)", "Client Size By Employee Count",
            "Revenue From Client Past Two Years (USD)", "Competitor Type", "Opportunity Number" AS number, "Opportunity Result Bool" AS label
        FROM read_parquet($1)
        """,
        file);

    /// <summary>The same of both files, or of the training file where the other is absent.</summary>
    internal static Table AllEarly(DataFolder data) => data.Has(TestFile)
        ? Joined(Early(data.PathOf(TrainFile)), Early(data.PathOf(TestFile)))
        : Early(data.PathOf(TrainFile));

    /// <summary>The rows of one table and then those of another with the same columns.</summary>
    internal static Table Joined(Table one, Table other) => new(
    [
        .. one.Columns.Select(column => TextColumns.Read(
            column.Name,
            [.. Enumerable.Range(0, one.RowCount).Select(column.TextOf), .. Enumerable.Range(0, other.RowCount).Select(other.Column(column.Name).TextOf)])),
    ]);

    /// <summary>Everything that the file says of a deal but its result and the cleaner's own flags.</summary>
    internal static Table Whole(string file) => QueryTable.Of(
        """
        SELECT * EXCLUDE ("Opportunity Result", "Opportunity Result Bool", row_position, problem_tags, problem_count, amount_qbin, stratify_key) REPLACE ("Opportunity Number" AS "Opportunity Number"),
            "Opportunity Result Bool" AS label
        FROM read_parquet($1)
        """,
        file);
}
