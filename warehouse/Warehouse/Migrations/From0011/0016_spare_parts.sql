-- Warehouses and the requests for spare parts.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.
-- Rules of every dimension: <x>_key names the version and <x>_durable_key the member; key 0 is the unknown member;
-- references to other dimensions are held by durable key.

CREATE TYPE stock_location_kind AS ENUM ('material', 'finished', 'spare_part', 'van', 'quarantine');

-- 库位仓库
CREATE TABLE dim_stock_location (
    stock_location_key         INTEGER NOT NULL,
    stock_location_durable_key INTEGER NOT NULL,
    source_key                 SMALLINT NOT NULL,
    stock_location_id          VARCHAR,
    version                    BIGINT,
    recorded_at                TIMESTAMP,
    batch_id                   INTEGER NOT NULL,
    effective_date             DATE,
    valid_from                 DATE NOT NULL,
    valid_to                   DATE NOT NULL,
    is_current                 BOOLEAN NOT NULL,
    is_inferred                BOOLEAN NOT NULL,
    name                       VARCHAR,
    kind                       stock_location_kind,
    plant                      VARCHAR,
    holder_durable_key         INTEGER NOT NULL
);
INSERT INTO dim_stock_location (stock_location_key, stock_location_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, holder_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0);

-- 备件申请
CREATE TABLE fact_part_request (
    source_key          SMALLINT NOT NULL,
    source_id           VARCHAR NOT NULL,
    version             BIGINT NOT NULL,
    recorded_at         TIMESTAMP,
    batch_id            INTEGER NOT NULL,
    requested_date      DATE NOT NULL,
    requested_at        TIMESTAMP,
    ticket_id           VARCHAR,
    visit_id            VARCHAR,
    product_key         INTEGER NOT NULL,
    stock_location_key  INTEGER NOT NULL,
    engineer_key        INTEGER NOT NULL,
    requested_quantity  DECIMAL(18,4) NOT NULL,
    first_pick_quantity DECIMAL(18,4),
    issued_quantity     DECIMAL(18,4),
    first_pick_date     DATE,
    issued_date         DATE
);

ALTER TABLE fact_inventory_day ADD COLUMN stock_location_key INTEGER DEFAULT 0;

ALTER TABLE fact_inventory_move ADD COLUMN stock_location_key INTEGER DEFAULT 0;
