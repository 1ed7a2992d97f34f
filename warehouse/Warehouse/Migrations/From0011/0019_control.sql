-- Alerts, approvals, interfaces and baselines.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.

CREATE TYPE alert_severity AS ENUM ('info', 'warning', 'critical');
CREATE TYPE alert_outcome AS ENUM ('averted', 'came_true', 'false_alarm');
CREATE TYPE approval_outcome AS ENUM ('open', 'approved', 'rejected', 'recalled');
CREATE TYPE integration_sync_direction AS ENUM ('pull', 'push');
CREATE TYPE integration_sync_outcome AS ENUM ('done', 'partial', 'failed');
CREATE TYPE kpi_baseline_cohort AS ENUM ('treated', 'control');

-- 预警
CREATE TABLE fact_alert (
    source_key      SMALLINT NOT NULL,
    source_id       VARCHAR NOT NULL,
    version         BIGINT NOT NULL,
    recorded_at     TIMESTAMP,
    batch_id        INTEGER NOT NULL,
    raised_date     DATE NOT NULL,
    raised_at       TIMESTAMP,
    kind            VARCHAR NOT NULL,
    subject_type    VARCHAR NOT NULL,
    subject_id      VARCHAR NOT NULL,
    customer_key    INTEGER NOT NULL,
    product_key     INTEGER NOT NULL,
    owner_key       INTEGER NOT NULL,
    severity        alert_severity,
    acknowledged_at TIMESTAMP,
    resolved_at     TIMESTAMP,
    outcome         alert_outcome,
    region_key      SMALLINT NOT NULL
);

-- 审批
CREATE TABLE fact_approval (
    source_key      SMALLINT NOT NULL,
    source_id       VARCHAR NOT NULL,
    version         BIGINT NOT NULL,
    recorded_at     TIMESTAMP,
    batch_id        INTEGER NOT NULL,
    requested_date  DATE NOT NULL,
    requested_at    TIMESTAMP,
    kind            VARCHAR NOT NULL,
    subject_type    VARCHAR NOT NULL,
    subject_id      VARCHAR NOT NULL,
    customer_key    INTEGER NOT NULL,
    requester_key   INTEGER NOT NULL,
    approver_key    INTEGER NOT NULL,
    amount          DECIMAL(18,4),
    currency        VARCHAR NOT NULL,
    exchange_rate   DOUBLE,
    decided_at      TIMESTAMP,
    outcome         approval_outcome NOT NULL,
    region_key      SMALLINT NOT NULL,
    amount_document DECIMAL(18,4)
);

-- 集成同步
CREATE TABLE fact_integration_sync (
    source_key  SMALLINT NOT NULL,
    source_id   VARCHAR NOT NULL,
    version     BIGINT NOT NULL,
    recorded_at TIMESTAMP,
    batch_id    INTEGER NOT NULL,
    sync_date   DATE NOT NULL,
    started_at  TIMESTAMP,
    finished_at TIMESTAMP,
    peer        VARCHAR NOT NULL,
    interface   VARCHAR NOT NULL,
    direction   integration_sync_direction NOT NULL,
    rows_sent   BIGINT NOT NULL,
    rows_failed BIGINT NOT NULL,
    lag_minutes DOUBLE,
    outcome     integration_sync_outcome NOT NULL
);

-- 指标基线
CREATE TABLE fact_kpi_baseline (
    source_key       SMALLINT NOT NULL,
    source_id        VARCHAR NOT NULL,
    version          BIGINT NOT NULL,
    recorded_at      TIMESTAMP,
    batch_id         INTEGER NOT NULL,
    frozen_date      DATE NOT NULL,
    period_start     DATE NOT NULL,
    period_end       DATE NOT NULL,
    measure          VARCHAR NOT NULL,
    organisation_key INTEGER NOT NULL,
    product_line     VARCHAR,
    cohort           kpi_baseline_cohort NOT NULL,
    value            DOUBLE NOT NULL,
    samples          BIGINT
);
