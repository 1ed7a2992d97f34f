-- Changes of promises as sources report them.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.

CREATE TYPE promise_revision_caused_by AS ENUM ('customer', 'sales', 'production', 'purchasing', 'supplier', 'logistics', 'quality');

-- 承诺变更通知
CREATE TABLE fact_promise_revision (
    source_key       SMALLINT NOT NULL,
    source_id        VARCHAR NOT NULL,
    version          BIGINT NOT NULL,
    recorded_at      TIMESTAMP,
    batch_id         INTEGER NOT NULL,
    changed_date     DATE NOT NULL,
    schedule_line_id VARCHAR NOT NULL,
    order_id         VARCHAR,
    customer_key     INTEGER NOT NULL,
    product_key      INTEGER NOT NULL,
    from_date        DATE NOT NULL,
    to_date          DATE NOT NULL,
    reason_key       INTEGER NOT NULL,
    caused_by        promise_revision_caused_by,
    changed_by_key   INTEGER NOT NULL,
    region_key       SMALLINT NOT NULL
);
