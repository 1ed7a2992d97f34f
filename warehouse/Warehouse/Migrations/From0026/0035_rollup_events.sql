-- Which rollups were built and dropped, and after which batch; the statement says what each held. The time of a batch stands in ingest_batch.
CREATE TYPE rollup_event_kind AS ENUM ('built', 'dropped');

CREATE TABLE rollup_event (
    number     INTEGER NOT NULL,
    kind       rollup_event_kind NOT NULL,
    table_name VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    fact       VARCHAR NOT NULL,
    row_select VARCHAR NOT NULL,
    -- The last batch that the warehouse held; null before the first.
    last_batch INTEGER
);
