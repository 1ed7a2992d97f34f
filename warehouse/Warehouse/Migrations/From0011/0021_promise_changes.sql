-- What ingestion works out from versions: every change of a promise. The table is drawn from what is held, so that it does not depend on
-- the order or the batches in which rows came; a change that has been drawn stays as it is while no earlier version turns up.

-- Versions of schedule lines that a higher one has replaced, or that came after it: what they promised, and when that was recorded.
CREATE TABLE schedule_line_version (
    source_key  SMALLINT NOT NULL,
    source_id   VARCHAR NOT NULL,
    version     BIGINT NOT NULL,
    recorded_at TIMESTAMP,
    batch_id    INTEGER NOT NULL,
    commit_date DATE NOT NULL,
    delay_cause VARCHAR
);

-- 承诺变更. One change of the promised date of one schedule line. Lines of which the source reports changes (fact_promise_revision) have those,
-- others have one for each version that promises another day than the one before; the first is held against first_commit_date.
-- So days_moved of a line sum to current less first commit. changed_date is the day on which the version was recorded; where the source does not
-- say, is_dated is false and it is the earlier of the two promises, by which it must have been known.
CREATE TABLE fact_promise_change (
    source_key       SMALLINT NOT NULL,
    schedule_line_id VARCHAR NOT NULL,
    sequence         BIGINT NOT NULL,
    changed_date     DATE NOT NULL,
    is_dated         BOOLEAN NOT NULL,
    is_reported      BOOLEAN NOT NULL,
    from_date        DATE NOT NULL,
    to_date          DATE NOT NULL,
    days_moved       BIGINT NOT NULL,
    reason           VARCHAR,
    reason_key       INTEGER NOT NULL,
    caused_by        promise_revision_caused_by,
    changed_by_key   INTEGER NOT NULL,
    order_id         VARCHAR,
    customer_key     INTEGER NOT NULL,
    product_key      INTEGER NOT NULL,
    region_key       SMALLINT NOT NULL,
    batch_id         INTEGER NOT NULL
);
