-- What planning runs suggest.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.

CREATE TYPE mrp_suggestion_action AS ENUM ('buy', 'make', 'expedite', 'postpone', 'cancel');
CREATE TYPE mrp_suggestion_outcome AS ENUM ('open', 'accepted', 'changed', 'rejected');

-- 采购建议
CREATE TABLE fact_mrp_suggestion (
    source_key         SMALLINT NOT NULL,
    source_id          VARCHAR NOT NULL,
    version            BIGINT NOT NULL,
    recorded_at        TIMESTAMP,
    batch_id           INTEGER NOT NULL,
    suggested_date     DATE NOT NULL,
    product_key        INTEGER NOT NULL,
    stock_location_key INTEGER NOT NULL,
    supplier_key       INTEGER NOT NULL,
    action             mrp_suggestion_action NOT NULL,
    need_date          DATE,
    net_quantity       DECIMAL(18,4) NOT NULL,
    suggested_quantity DECIMAL(18,4) NOT NULL,
    outcome            mrp_suggestion_outcome NOT NULL,
    decided_date       DATE,
    order_id           VARCHAR
);
