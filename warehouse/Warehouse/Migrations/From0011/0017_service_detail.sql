-- What tickets need and what devices tell.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.

-- 工单技能
CREATE TABLE fact_ticket_skill (
    source_key   SMALLINT NOT NULL,
    source_id    VARCHAR NOT NULL,
    version      BIGINT NOT NULL,
    recorded_at  TIMESTAMP,
    batch_id     INTEGER NOT NULL,
    created_date DATE NOT NULL,
    ticket_id    VARCHAR NOT NULL,
    skill        VARCHAR NOT NULL,
    weight       DOUBLE NOT NULL
);

-- 设备遥测日
CREATE TABLE fact_telemetry_day (
    source_key  SMALLINT NOT NULL,
    source_id   VARCHAR NOT NULL,
    version     BIGINT NOT NULL,
    recorded_at TIMESTAMP,
    batch_id    INTEGER NOT NULL,
    day         DATE NOT NULL,
    device_key  INTEGER NOT NULL,
    signal      VARCHAR NOT NULL,
    signal_unit VARCHAR,
    samples     BIGINT NOT NULL,
    minimum     DOUBLE,
    maximum     DOUBLE,
    mean        DOUBLE,
    alarms      BIGINT
);
