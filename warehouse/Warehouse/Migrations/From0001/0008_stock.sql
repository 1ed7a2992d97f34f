-- Stock, purchases and bills of materials.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's;
-- own_region_key is what the row itself said, 0 when it said nothing. No keys or indexes: loading keeps (source_key, source_id) unique.

CREATE TYPE inventory_move_kind AS ENUM ('receipt', 'issue', 'transfer', 'adjustment', 'scrap', 'return');

-- 库存移动
CREATE TABLE fact_inventory_move (
    source_key   SMALLINT NOT NULL,
    source_id    VARCHAR NOT NULL,
    version      BIGINT NOT NULL,
    recorded_at  TIMESTAMP,
    batch_id     INTEGER NOT NULL,
    move_date    DATE NOT NULL,
    product_key  INTEGER NOT NULL,
    warehouse    VARCHAR NOT NULL,
    kind         inventory_move_kind NOT NULL,
    quantity     DECIMAL(18,4) NOT NULL,
    amount       DECIMAL(18,4),
    currency     VARCHAR,
    reference_id VARCHAR,
    lot          VARCHAR
);

-- 库存日结
CREATE TABLE fact_inventory_day (
    source_key        SMALLINT NOT NULL,
    source_id         VARCHAR NOT NULL,
    version           BIGINT NOT NULL,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    day               DATE NOT NULL,
    product_key       INTEGER NOT NULL,
    warehouse         VARCHAR NOT NULL,
    quantity          DECIMAL(18,4) NOT NULL,
    amount            DECIMAL(18,4),
    reserved_quantity DECIMAL(18,4),
    currency          VARCHAR
);

-- 采购订单行
CREATE TABLE fact_purchase_order_line (
    source_key        SMALLINT NOT NULL,
    source_id         VARCHAR NOT NULL,
    version           BIGINT NOT NULL,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    ordered_date      DATE NOT NULL,
    order_id          VARCHAR NOT NULL,
    line_number       BIGINT,
    supplier_key      INTEGER NOT NULL,
    product_key       INTEGER NOT NULL,
    due_date          DATE,
    received_date     DATE,
    ordered_quantity  DECIMAL(18,4) NOT NULL,
    received_quantity DECIMAL(18,4),
    rejected_quantity DECIMAL(18,4),
    stocked_quantity  DECIMAL(18,4),
    amount            DECIMAL(18,4) NOT NULL,
    currency          VARCHAR NOT NULL,
    exchange_rate     DOUBLE,
    amount_document   DECIMAL(18,4)
);

-- 物料清单行
CREATE TABLE fact_bom_component (
    source_key            SMALLINT NOT NULL,
    source_id             VARCHAR NOT NULL,
    version               BIGINT NOT NULL,
    recorded_at           TIMESTAMP,
    batch_id              INTEGER NOT NULL,
    valid_from            DATE NOT NULL,
    valid_to              DATE,
    parent_product_key    INTEGER NOT NULL,
    component_product_key INTEGER NOT NULL,
    quantity_per          DECIMAL(18,4) NOT NULL,
    unit_of_measure       VARCHAR,
    level                 BIGINT
);
