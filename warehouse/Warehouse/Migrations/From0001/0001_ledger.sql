-- What the warehouse knows about itself: settings, sources, batches, what was refused, and how each batch was reconciled.

CREATE TABLE warehouse_setting (
    name  VARCHAR NOT NULL,
    value VARCHAR NOT NULL
);
INSERT INTO warehouse_setting VALUES
    ('group_currency', 'CNY'),
    ('fiscal_year_start_month', '1'),
    ('plant_time_zone', 'Asia/Shanghai');

-- Source key 0 belongs to the unknown members and to rows that the warehouse derives itself.
CREATE TABLE dim_source_system (
    source_key    SMALLINT NOT NULL,
    source_system VARCHAR NOT NULL
);
INSERT INTO dim_source_system VALUES (0, '');

-- One row for each committed batch. The identity is a hash of its inputs, by which a retry is recognised.
CREATE TABLE ingest_batch (
    batch_id     INTEGER NOT NULL,
    identity     VARCHAR NOT NULL,
    origin       VARCHAR NOT NULL,
    started_at   TIMESTAMP NOT NULL,
    committed_at TIMESTAMP NOT NULL
);

-- What became of the rows of one feed in one batch: read = inserted + replaced + skipped + quarantined.
CREATE TABLE ingest_batch_feed (
    batch_id         INTEGER NOT NULL,
    feed             VARCHAR NOT NULL,
    rows_read        BIGINT NOT NULL,
    rows_inserted    BIGINT NOT NULL,
    rows_replaced    BIGINT NOT NULL,
    rows_skipped     BIGINT NOT NULL,
    rows_quarantined BIGINT NOT NULL,
    members_inferred BIGINT NOT NULL
);

-- How far each feed of each source has come.
CREATE TABLE ingest_watermark (
    source_key    SMALLINT NOT NULL,
    feed          VARCHAR NOT NULL,
    batch_id      INTEGER NOT NULL,
    business_date DATE,
    recorded_at   TIMESTAMP
);

-- A row that was refused, whole, so that it can be loaded after a fix.
CREATE TYPE quarantine_state AS ENUM ('open', 'resolved', 'dropped');
CREATE TABLE quarantine_row (
    quarantine_id     BIGINT NOT NULL,
    batch_id          INTEGER NOT NULL,
    feed              VARCHAR NOT NULL,
    file              VARCHAR,
    line              BIGINT,
    row_values        VARCHAR NOT NULL,
    state             quarantine_state NOT NULL,
    resolved_batch_id INTEGER,
    quarantined_at    TIMESTAMP NOT NULL
);

-- Why: one row for each thing that is wrong with a refused row.
CREATE TABLE quarantine_reason (
    quarantine_id BIGINT NOT NULL,
    column_name   VARCHAR,
    value         VARCHAR,
    code          VARCHAR NOT NULL,
    allowed       VARCHAR
);

-- Counts ('rows') and sums of every measure: source_total = refused_total + skipped_total + loaded_total.
CREATE TABLE reconciliation (
    batch_id      INTEGER NOT NULL,
    feed          VARCHAR NOT NULL,
    measure       VARCHAR NOT NULL,
    source_total  DECIMAL(38, 4),
    refused_total DECIMAL(38, 4),
    skipped_total DECIMAL(38, 4),
    loaded_total  DECIMAL(38, 4)
);

-- Raised by every commit that changes the table; caches, ETags and live queries follow it.
CREATE TABLE data_version (
    fact    VARCHAR NOT NULL,
    version BIGINT NOT NULL
);
