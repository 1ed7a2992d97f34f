using System.Globalization;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Keeps the last day on which anything is known to have happened, up to which snapshots are shown.</summary>
internal static class SnapshotHorizon
{
    private static readonly (string Fact, string Day)[] Happenings =
    [
        ("fact_opportunity", "greatest(created_date, closed_date)"), ("fact_stage_event", "occurred_date"), ("fact_activity", "activity_date"),
        ("fact_sales_order_line", "ordered_date"), ("fact_delivery", "delivered_date"), ("fact_invoice", "invoice_date"), ("fact_receipt", "received_date"),
        ("fact_operation_report", "report_date"), ("fact_ticket", "created_date"), ("fact_survey", "answered_date"),
    ];

    /// <summary>Moves the horizon by the facts that the batch changed.</summary>
    internal static void Update(Batch batch)
    {
        string before = Last(batch);
        foreach ((string fact, string day) in Happenings.Where(happening => batch.ChangedTables.Contains(happening.Fact)))
        {
            batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                DELETE FROM snapshot_horizon WHERE fact = {SqlText.Text(fact)};
                INSERT INTO snapshot_horizon SELECT {SqlText.Text(fact)}, last_day FROM (SELECT max({day}) AS last_day FROM {fact}) WHERE last_day IS NOT NULL;
                """));
        }

        if (Last(batch) != before)
        {
            batch.NoteChange("fact_pipeline_snapshot");
            batch.NoteChange("fact_ar_snapshot");
        }
    }

    private static string Last(Batch batch) => batch.Connection.Scalar<string>("SELECT CAST(max(last_day) AS VARCHAR) FROM snapshot_horizon") ?? "";
}
