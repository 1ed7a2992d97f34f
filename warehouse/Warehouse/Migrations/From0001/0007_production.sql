-- Plans, orders and reports of the plant.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's;
-- own_region_key is what the row itself said, 0 when it said nothing. No keys or indexes: loading keeps (source_key, source_id) unique.

CREATE TYPE work_order_status AS ENUM ('planned', 'released', 'started', 'finished', 'closed', 'cancelled');

-- 生产计划
CREATE TABLE fact_production_plan (
    source_key       SMALLINT NOT NULL,
    source_id        VARCHAR NOT NULL,
    version          BIGINT NOT NULL,
    recorded_at      TIMESTAMP,
    batch_id         INTEGER NOT NULL,
    period_start     DATE NOT NULL,
    period_end       DATE NOT NULL,
    plan_version     VARCHAR NOT NULL,
    product_key      INTEGER NOT NULL,
    production_line  VARCHAR,
    planned_quantity DECIMAL(18,4) NOT NULL,
    actual_quantity  DECIMAL(18,4)
);

-- 生产工单
CREATE TABLE fact_work_order (
    source_key        SMALLINT NOT NULL,
    source_id         VARCHAR NOT NULL,
    version           BIGINT NOT NULL,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    released_date     DATE,
    started_date      DATE,
    due_date          DATE NOT NULL,
    finished_date     DATE,
    product_key       INTEGER NOT NULL,
    order_line_id     VARCHAR,
    customer_key      INTEGER NOT NULL,
    production_line   VARCHAR,
    ordered_quantity  DECIMAL(18,4) NOT NULL,
    good_quantity     DECIMAL(18,4),
    scrapped_quantity DECIMAL(18,4),
    scrap_reason      VARCHAR,
    standard_minutes  DOUBLE,
    actual_minutes    DOUBLE,
    cost_amount       DECIMAL(18,4),
    currency          VARCHAR,
    status            work_order_status NOT NULL,
    region_key        SMALLINT NOT NULL
);

-- 报工
CREATE TABLE fact_operation_report (
    source_key           SMALLINT NOT NULL,
    source_id            VARCHAR NOT NULL,
    version              BIGINT NOT NULL,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    report_date          DATE NOT NULL,
    started_at           TIMESTAMP,
    finished_at          TIMESTAMP,
    work_order_id        VARCHAR NOT NULL,
    operation_sequence   BIGINT,
    operation_name       VARCHAR,
    work_centre_key      INTEGER NOT NULL,
    product_key          INTEGER NOT NULL,
    employee_key         INTEGER NOT NULL,
    scheduled_start_date DATE,
    scheduled_end_date   DATE,
    good_quantity        DECIMAL(18,4),
    scrapped_quantity    DECIMAL(18,4),
    rework_quantity      DECIMAL(18,4),
    run_minutes          DOUBLE,
    setup_minutes        DOUBLE,
    planned_cost         DECIMAL(18,4),
    actual_cost          DECIMAL(18,4),
    currency             VARCHAR,
    reason               VARCHAR
);

-- 工作中心日
CREATE TABLE fact_work_centre_day (
    source_key                SMALLINT NOT NULL,
    source_id                 VARCHAR NOT NULL,
    version                   BIGINT NOT NULL,
    recorded_at               TIMESTAMP,
    batch_id                  INTEGER NOT NULL,
    day                       DATE NOT NULL,
    work_centre_key           INTEGER NOT NULL,
    calendar_minutes          DOUBLE,
    planned_busy_minutes      DOUBLE NOT NULL,
    actual_production_minutes DOUBLE,
    setup_minutes             DOUBLE,
    down_minutes              DOUBLE,
    required_minutes          DOUBLE,
    ideal_minutes_per_unit    DOUBLE,
    produced_quantity         DECIMAL(18,4),
    good_quantity             DECIMAL(18,4),
    down_reason               VARCHAR
);
