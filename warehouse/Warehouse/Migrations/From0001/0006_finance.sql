-- Money in and out, targets and forecasts.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's;
-- own_region_key is what the row itself said, 0 when it said nothing. No keys or indexes: loading keeps (source_key, source_id) unique.

-- 发票
CREATE TABLE fact_invoice (
    source_key           SMALLINT NOT NULL,
    source_id            VARCHAR NOT NULL,
    version              BIGINT NOT NULL,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    invoice_date         DATE NOT NULL,
    due_date             DATE,
    order_id             VARCHAR,
    customer_key         INTEGER NOT NULL,
    amount               DECIMAL(18,4) NOT NULL,
    cost_amount          DECIMAL(18,4),
    currency             VARCHAR NOT NULL,
    exchange_rate        DOUBLE,
    region_key           SMALLINT NOT NULL,
    amount_document      DECIMAL(18,4),
    cost_amount_document DECIMAL(18,4)
);

-- 回款
CREATE TABLE fact_receipt (
    source_key      SMALLINT NOT NULL,
    source_id       VARCHAR NOT NULL,
    version         BIGINT NOT NULL,
    recorded_at     TIMESTAMP,
    batch_id        INTEGER NOT NULL,
    received_date   DATE NOT NULL,
    invoice_id      VARCHAR NOT NULL,
    customer_key    INTEGER NOT NULL,
    amount          DECIMAL(18,4) NOT NULL,
    currency        VARCHAR NOT NULL,
    exchange_rate   DOUBLE,
    region_key      SMALLINT NOT NULL,
    amount_document DECIMAL(18,4)
);

-- 费用
CREATE TABLE fact_expense (
    source_key              SMALLINT NOT NULL,
    source_id               VARCHAR NOT NULL,
    version                 BIGINT NOT NULL,
    recorded_at             TIMESTAMP,
    batch_id                INTEGER NOT NULL,
    expense_date            DATE NOT NULL,
    organisation_key        INTEGER NOT NULL,
    employee_key            INTEGER NOT NULL,
    customer_key            INTEGER NOT NULL,
    account                 VARCHAR NOT NULL,
    amount                  DECIMAL(18,4) NOT NULL,
    planned_amount          DECIMAL(18,4),
    currency                VARCHAR NOT NULL,
    exchange_rate           DOUBLE,
    region_key              SMALLINT NOT NULL,
    amount_document         DECIMAL(18,4),
    planned_amount_document DECIMAL(18,4)
);

-- 目标
CREATE TABLE fact_target (
    source_key            SMALLINT NOT NULL,
    source_id             VARCHAR NOT NULL,
    version               BIGINT NOT NULL,
    recorded_at           TIMESTAMP,
    batch_id              INTEGER NOT NULL,
    valid_from            DATE NOT NULL,
    valid_to              DATE NOT NULL,
    measure               VARCHAR NOT NULL,
    employee_key          INTEGER NOT NULL,
    organisation_key      INTEGER NOT NULL,
    product_key           INTEGER NOT NULL,
    product_line          VARCHAR,
    channel               VARCHAR,
    target_value          DECIMAL(18,4) NOT NULL,
    currency              VARCHAR,
    exchange_rate         DOUBLE,
    region_key            SMALLINT NOT NULL,
    own_region_key        SMALLINT NOT NULL,
    target_value_document DECIMAL(18,4)
);

-- 预测
CREATE TABLE fact_forecast (
    source_key          SMALLINT NOT NULL,
    source_id           VARCHAR NOT NULL,
    version             BIGINT NOT NULL,
    recorded_at         TIMESTAMP,
    batch_id            INTEGER NOT NULL,
    origin_date         DATE NOT NULL,
    period_start        DATE NOT NULL,
    period_end          DATE NOT NULL,
    method              VARCHAR NOT NULL,
    measure             VARCHAR NOT NULL,
    employee_key        INTEGER NOT NULL,
    product_key         INTEGER NOT NULL,
    product_line        VARCHAR,
    quantity            DECIMAL(18,4),
    amount              DECIMAL(18,4),
    amount_p10          DECIMAL(18,4),
    amount_p90          DECIMAL(18,4),
    currency            VARCHAR,
    exchange_rate       DOUBLE,
    region_key          SMALLINT NOT NULL,
    own_region_key      SMALLINT NOT NULL,
    amount_document     DECIMAL(18,4),
    amount_p10_document DECIMAL(18,4),
    amount_p90_document DECIMAL(18,4)
);
