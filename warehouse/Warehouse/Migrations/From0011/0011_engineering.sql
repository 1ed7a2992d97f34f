-- Configurations, bills of materials and operations.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.
-- Rules of every dimension: <x>_key names the version and <x>_durable_key the member; key 0 is the unknown member;
-- references to other dimensions are held by durable key.

CREATE TYPE operation_kind AS ENUM ('make', 'assemble', 'test', 'inspect', 'move');

-- 物料清单版本
CREATE TABLE dim_bom_version (
    bom_version_key         INTEGER NOT NULL,
    bom_version_durable_key INTEGER NOT NULL,
    source_key              SMALLINT NOT NULL,
    bom_version_id          VARCHAR,
    version                 BIGINT,
    recorded_at             TIMESTAMP,
    batch_id                INTEGER NOT NULL,
    effective_date          DATE,
    valid_from              DATE NOT NULL,
    valid_to                DATE NOT NULL,
    is_current              BOOLEAN NOT NULL,
    is_inferred             BOOLEAN NOT NULL,
    name                    VARCHAR,
    product_durable_key     INTEGER NOT NULL,
    released_date           DATE,
    change_notice           VARCHAR,
    is_active               BOOLEAN
);
INSERT INTO dim_bom_version (bom_version_key, bom_version_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, product_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0);

-- 配置
CREATE TABLE dim_configuration (
    configuration_key         INTEGER NOT NULL,
    configuration_durable_key INTEGER NOT NULL,
    source_key                SMALLINT NOT NULL,
    configuration_id          VARCHAR,
    version                   BIGINT,
    recorded_at               TIMESTAMP,
    batch_id                  INTEGER NOT NULL,
    effective_date            DATE,
    valid_from                DATE NOT NULL,
    valid_to                  DATE NOT NULL,
    is_current                BOOLEAN NOT NULL,
    is_inferred               BOOLEAN NOT NULL,
    name                      VARCHAR,
    product_durable_key       INTEGER NOT NULL,
    hash                      VARCHAR,
    bom_version_durable_key   INTEGER NOT NULL,
    rule_version              VARCHAR
);
INSERT INTO dim_configuration (configuration_key, configuration_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, product_durable_key, bom_version_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0, 0);

-- 工序
CREATE TABLE dim_operation (
    operation_key         INTEGER NOT NULL,
    operation_durable_key INTEGER NOT NULL,
    source_key            SMALLINT NOT NULL,
    operation_id          VARCHAR,
    version               BIGINT,
    recorded_at           TIMESTAMP,
    batch_id              INTEGER NOT NULL,
    effective_date        DATE,
    valid_from            DATE NOT NULL,
    valid_to              DATE NOT NULL,
    is_current            BOOLEAN NOT NULL,
    is_inferred           BOOLEAN NOT NULL,
    name                  VARCHAR,
    sequence              BIGINT,
    kind                  operation_kind
);
INSERT INTO dim_operation (operation_key, operation_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false);

-- 配置选项
CREATE TABLE fact_configuration_option (
    source_key        SMALLINT NOT NULL,
    source_id         VARCHAR NOT NULL,
    version           BIGINT NOT NULL,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    created_date      DATE NOT NULL,
    configuration_key INTEGER NOT NULL,
    option_group      VARCHAR NOT NULL,
    option_value      VARCHAR NOT NULL
);

ALTER TABLE fact_quote_line ADD COLUMN configuration_key INTEGER DEFAULT 0;

ALTER TABLE fact_sales_order_line ADD COLUMN configuration_key INTEGER DEFAULT 0;
ALTER TABLE fact_sales_order_line ADD COLUMN is_made_to_order BOOLEAN;
ALTER TABLE fact_sales_order_line ADD COLUMN is_rush BOOLEAN;

ALTER TABLE fact_operation_report ADD COLUMN operation_key INTEGER DEFAULT 0;
ALTER TABLE fact_operation_report ADD COLUMN started_quantity DECIMAL(18,4);

ALTER TABLE dim_device ADD COLUMN configuration_durable_key INTEGER DEFAULT 0;

ALTER TABLE fact_device_month ADD COLUMN configuration_key INTEGER DEFAULT 0;

ALTER TABLE fact_bom_component ADD COLUMN bom_version_key INTEGER DEFAULT 0;
