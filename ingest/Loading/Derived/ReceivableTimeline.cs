using System.Globalization;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Draws what each customer owed on each day (应收快照), by how long it was overdue, for the customers whom a batch touched.</summary>
/// <remarks>
/// An invoice is owed from its day on, less what was received by then. An advance counts from the day of the invoice. Money received in the invoice's
/// currency settles the invoice at the invoice's rate, so that an invoice paid in full leaves nothing.
/// </remarks>
internal static class ReceivableTimeline
{
    /// <summary>Makes the table of customers to draw anew.</summary>
    internal static void Create(Batch batch) => batch.Connection.Execute("CREATE OR REPLACE TEMP TABLE touched_debtor (customer_durable_key INTEGER)");

    /// <summary>Notes the customers of invoices and receipts that are about to be replaced: the newer version may name another one.</summary>
    internal static void NoteReplaced(Batch batch, string feed, string rows)
    {
        if (feed == "invoice")
        {
            Note(batch, $"SELECT f.customer_key FROM {rows}");
        }
        else if (feed == "receipt")
        {
            Note(batch, $"SELECT i.customer_key FROM (SELECT f.source_key, f.invoice_id FROM {rows}) AS r {Invoices}");
        }
    }

    /// <summary>Draws the touched customers anew.</summary>
    internal static void Update(Batch batch)
    {
        Note(batch, $"SELECT customer_key FROM fact_invoice WHERE {LoadedRows.OfBatch(batch)}");
        Note(batch, $"SELECT i.customer_key FROM (FROM fact_receipt WHERE {LoadedRows.OfBatch(batch)}) AS r {Invoices}");
        if (!batch.Connection.Scalar<bool>("SELECT EXISTS (FROM touched_debtor)"))
        {
            return;
        }

        batch.Connection.Execute(Balances());
        long changed = batch.Connection.Change("""
            DELETE FROM ar_interval AS i USING (
                SELECT c.customer_key FROM dim_customer AS c SEMI JOIN touched_debtor AS t ON t.customer_durable_key = c.customer_durable_key
            ) AS k
            WHERE i.customer_key = k.customer_key
            """);
        changed += batch.Connection.Change(Insert(batch));
        if (changed > 0)
        {
            batch.NoteChange("fact_ar_snapshot");
        }
    }

    private const string Invoices = "INNER JOIN fact_invoice AS i ON i.source_key = r.source_key AND i.source_id = r.invoice_id";

    private static void Note(Batch batch, string keys) => batch.Connection.Execute($"""
        INSERT INTO touched_debtor
        SELECT DISTINCT c.customer_durable_key FROM ({keys}) AS n INNER JOIN dim_customer AS c ON c.customer_key = n.customer_key
        """);

    /// <summary>What is open of each invoice from a day on, and in which bucket: 0 not due, then 1 to 30, 31 to 60, 61 to 90 and more days overdue.</summary>
    private static string Balances() => $"""
        CREATE OR REPLACE TEMP TABLE invoice_balance AS
        WITH invoice AS (
            SELECT f.*, c.customer_durable_key, coalesce(f.due_date, f.invoice_date) AS due FROM fact_invoice AS f
            INNER JOIN dim_customer AS c ON c.customer_key = f.customer_key
            SEMI JOIN touched_debtor AS t ON t.customer_durable_key = c.customer_durable_key
        ), step AS (
            SELECT source_key, source_id, invoice_date AS day, amount FROM invoice
            UNION ALL
            SELECT i.source_key, i.source_id, greatest(r.received_date, i.invoice_date),
                -settled_amount(r.amount, r.amount_document, r.currency, i.amount, i.amount_document, i.currency)
            FROM fact_receipt AS r INNER JOIN invoice AS i ON i.source_key = r.source_key AND i.source_id = r.invoice_id
            UNION ALL
            SELECT source_key, source_id, due + b.days, CAST(0 AS DECIMAL(18, 4)) FROM invoice CROSS JOIN (VALUES (1), (31), (61), (91)) AS b (days)
            WHERE due + b.days > invoice_date
        ), of_day AS (
            SELECT source_key, source_id, day, sum(amount) AS amount FROM step GROUP BY source_key, source_id, day
        )
        SELECT i.customer_durable_key, d.source_key, d.source_id, d.day,
            CAST(sum(d.amount) OVER (PARTITION BY d.source_key, d.source_id ORDER BY d.day) AS DECIMAL(18, 4)) AS balance,
            CASE
                WHEN balance <= 0 OR d.day <= i.due THEN 0
                WHEN d.day <= i.due + 30 THEN 1
                WHEN d.day <= i.due + 60 THEN 2
                WHEN d.day <= i.due + 90 THEN 3
                ELSE 4
            END AS bucket
        FROM of_day AS d INNER JOIN invoice AS i ON i.source_key = d.source_key AND i.source_id = d.source_id
        """;

    private static string Insert(Batch batch) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO ar_interval BY NAME
        WITH was AS (
            SELECT *, lag(balance, 1, CAST(0 AS DECIMAL(18, 4))) OVER way AS old_balance, lag(bucket, 1, 0) OVER way AS old_bucket FROM invoice_balance
            WINDOW way AS (PARTITION BY source_key, source_id ORDER BY day)
        ), change AS (
            SELECT customer_durable_key, day, bucket, balance AS amount FROM was WHERE balance <> old_balance OR bucket <> old_bucket
            UNION ALL
            SELECT customer_durable_key, day, old_bucket, -old_balance FROM was WHERE balance <> old_balance OR bucket <> old_bucket
            UNION ALL
            SELECT c.customer_durable_key, c.valid_from, 0, CAST(0 AS DECIMAL(18, 4)) FROM dim_customer AS c
            SEMI JOIN touched_debtor AS t ON t.customer_durable_key = c.customer_durable_key
            WHERE c.valid_from > DATE '0001-01-01'
        ), of_day AS (
            SELECT customer_durable_key, day, {Buckets("coalesce(sum(amount) FILTER (bucket = {0}), 0) AS b{0}")} FROM change GROUP BY customer_durable_key, day
        ), held AS (
            SELECT customer_durable_key, day AS valid_from, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY customer_durable_key ORDER BY day) AS valid_to,
                {Buckets("CAST(sum(b{0}) OVER (PARTITION BY customer_durable_key ORDER BY day) AS DECIMAL(18, 4)) AS b{0}")}
            FROM of_day
        )
        SELECT c.customer_key, coalesce(g.region_key, 0) AS region_key, h.valid_from, h.valid_to,
            CAST(h.b0 + h.b1 + h.b2 + h.b3 + h.b4 AS DECIMAL(18, 4)) AS receivable_amount, h.b0 AS not_due_amount,
            CAST(h.b1 + h.b2 + h.b3 + h.b4 AS DECIMAL(18, 4)) AS overdue_amount, h.b1 AS overdue_1_30_amount, h.b2 AS overdue_31_60_amount,
            h.b3 AS overdue_61_90_amount, h.b4 AS overdue_over_90_amount, {batch.Id} AS batch_id
        FROM held AS h
        INNER JOIN dim_customer AS c ON c.customer_durable_key = h.customer_durable_key AND h.valid_from >= c.valid_from AND h.valid_from < c.valid_to
        LEFT JOIN dim_region AS g ON g.region = c.region
        WHERE h.b0 <> 0 OR h.b1 <> 0 OR h.b2 <> 0 OR h.b3 <> 0 OR h.b4 <> 0
        ORDER BY h.valid_from, c.customer_key
        """);

    private static string Buckets(string column) =>
        string.Join(", ", Enumerable.Range(0, 5).Select(bucket => column.Replace("{0}", bucket.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
