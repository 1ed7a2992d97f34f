-- Daily snapshots that ingestion keeps: the pipeline and the receivables as they were at the end of each day, with the attributes of that day.
-- A state that lasts is held once, with the days on which it held (valid_to exclusive, 9999-12-31 while it lasts); the views fact_pipeline_snapshot
-- and fact_ar_snapshot show it as one row for each day, up to the last day on which anything is known to have happened.

CREATE TABLE snapshot_horizon (
    fact     VARCHAR NOT NULL,
    last_day DATE NOT NULL
);

-- Versions of opportunities that a higher one has replaced, or that came after it: what the seller expected, and when that was recorded.
CREATE TABLE opportunity_version (
    source_key          SMALLINT NOT NULL,
    source_id           VARCHAR NOT NULL,
    version             BIGINT NOT NULL,
    recorded_at         TIMESTAMP,
    batch_id            INTEGER NOT NULL,
    closed_date         DATE,
    outcome             opportunity_outcome NOT NULL,
    amount              DECIMAL(18,4),
    rep_probability     DOUBLE,
    model_probability   DOUBLE,
    expected_close_date DATE,
    owner_durable_key   INTEGER NOT NULL,
    stage_durable_key   INTEGER NOT NULL
);

CREATE TABLE pipeline_interval (
    source_key          SMALLINT NOT NULL,
    opportunity_id      VARCHAR NOT NULL,
    valid_from          DATE NOT NULL,
    valid_to            DATE NOT NULL,
    stage_key           INTEGER NOT NULL,
    amount              DECIMAL(18,4),
    rep_probability     DOUBLE,
    model_probability   DOUBLE,
    expected_close_date DATE,
    customer_key        INTEGER NOT NULL,
    owner_key           INTEGER NOT NULL,
    organisation_key    INTEGER NOT NULL,
    product_key         INTEGER NOT NULL,
    region_key          SMALLINT NOT NULL,
    batch_id            INTEGER NOT NULL
);

-- 商机管道快照. One row for each open opportunity and day.
CREATE VIEW fact_pipeline_snapshot AS
SELECT d.date AS snapshot_date, i.* EXCLUDE (valid_from, valid_to)
FROM pipeline_interval AS i
INNER JOIN dim_date AS d ON d.date >= i.valid_from AND d.date < i.valid_to
WHERE d.date <= (SELECT max(h.last_day) FROM snapshot_horizon AS h);

-- Amounts are in the group currency at the rate of the invoice. What a customer has paid too much, or has a credit note for, is never overdue.
CREATE TABLE ar_interval (
    customer_key          INTEGER NOT NULL,
    region_key            SMALLINT NOT NULL,
    valid_from            DATE NOT NULL,
    valid_to              DATE NOT NULL,
    receivable_amount     DECIMAL(18,4) NOT NULL,
    not_due_amount        DECIMAL(18,4) NOT NULL,
    overdue_amount        DECIMAL(18,4) NOT NULL,
    overdue_1_30_amount   DECIMAL(18,4) NOT NULL,
    overdue_31_60_amount  DECIMAL(18,4) NOT NULL,
    overdue_61_90_amount  DECIMAL(18,4) NOT NULL,
    overdue_over_90_amount DECIMAL(18,4) NOT NULL,
    batch_id              INTEGER NOT NULL
);

-- 应收快照. One row for each customer who owes, or is owed, something and day.
CREATE VIEW fact_ar_snapshot AS
SELECT d.date AS snapshot_date, i.* EXCLUDE (valid_from, valid_to)
FROM ar_interval AS i
INNER JOIN dim_date AS d ON d.date >= i.valid_from AND d.date < i.valid_to
WHERE d.date <= (SELECT max(h.last_day) FROM snapshot_horizon AS h);
