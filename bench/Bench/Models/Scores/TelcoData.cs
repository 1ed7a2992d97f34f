using ProdSales.Learning.Data;
using ProdSales.Learning.Selection;

namespace ProdSales.Bench.Models.Scores;

/// <summary>IBM's Telco churn.</summary>
internal static class TelcoData
{
    internal const string File = "telco_churn/Telco-Customer-Churn.csv";
    private const int Published = 7043;

    /// <summary>The rows, with a blank TotalCharges as 0, and without the customer.</summary>
    internal static LearnData Read(DataFolder data)
    {
        Table table = QueryTable.Of(
            """
            SELECT * EXCLUDE (customerID, TotalCharges, Churn), COALESCE(TRY_CAST(TotalCharges AS DOUBLE), 0) AS TotalCharges, Churn = 'Yes' AS label
            FROM read_csv($1, all_varchar = true)
            """,
            data.PathOf(File));
        return new LearnData(table.Without(["label"]), QueryTable.Labels(table, "label"));
    }

    internal static string Note(LearnData rows) => rows.Labels.Length == Published ? "" : FormattableString.Invariant($"{rows.Labels.Length} of {Published} rows; ");
}
