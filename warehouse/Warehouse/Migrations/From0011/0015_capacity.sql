-- What the work centres are loaded with in the coming weeks, as seen day by day.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.

-- 产能负荷
CREATE TABLE fact_capacity_load (
    source_key        SMALLINT NOT NULL,
    source_id         VARCHAR NOT NULL,
    version           BIGINT NOT NULL,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    as_of_date        DATE NOT NULL,
    work_centre_key   INTEGER NOT NULL,
    week_start        DATE NOT NULL,
    load_minutes      DOUBLE NOT NULL,
    available_minutes DOUBLE NOT NULL,
    scenario_key      INTEGER NOT NULL
);
