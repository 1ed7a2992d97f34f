-- Quality and service.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's;
-- own_region_key is what the row itself said, 0 when it said nothing. No keys or indexes: loading keeps (source_key, source_id) unique.

CREATE TYPE quality_event_kind AS ENUM ('check', 'rework', 'scrap', 'warranty');
CREATE TYPE quality_event_cause AS ENUM ('config_error', 'process', 'material', 'design', 'other');
CREATE TYPE ticket_status AS ENUM ('open', 'waiting', 'resolved', 'closed', 'cancelled');

-- 质量事件
CREATE TABLE fact_quality_event (
    source_key       SMALLINT NOT NULL,
    source_id        VARCHAR NOT NULL,
    version          BIGINT NOT NULL,
    recorded_at      TIMESTAMP,
    batch_id         INTEGER NOT NULL,
    occurred_date    DATE NOT NULL,
    kind             quality_event_kind NOT NULL,
    work_order_id    VARCHAR,
    product_key      INTEGER NOT NULL,
    work_centre_key  INTEGER NOT NULL,
    device_key       INTEGER NOT NULL,
    supplier_key     INTEGER NOT NULL,
    checked_quantity DECIMAL(18,4),
    defect_quantity  DECIMAL(18,4),
    cause            quality_event_cause,
    cost_amount      DECIMAL(18,4),
    currency         VARCHAR,
    lot              VARCHAR
);

-- 服务工单
CREATE TABLE fact_ticket (
    source_key             SMALLINT NOT NULL,
    source_id              VARCHAR NOT NULL,
    version                BIGINT NOT NULL,
    recorded_at            TIMESTAMP,
    batch_id               INTEGER NOT NULL,
    created_date           DATE NOT NULL,
    created_at             TIMESTAMP,
    customer_key           INTEGER NOT NULL,
    device_key             INTEGER NOT NULL,
    product_key            INTEGER NOT NULL,
    owner_key              INTEGER NOT NULL,
    organisation_key       INTEGER NOT NULL,
    channel                VARCHAR,
    priority               VARCHAR,
    fault_code             VARCHAR,
    first_response_at      TIMESTAMP,
    response_due_at        TIMESTAMP,
    first_response_minutes DOUBLE,
    resolved_date          DATE,
    resolved_at            TIMESTAMP,
    closed_at              TIMESTAMP,
    hold_minutes           DOUBLE,
    repair_minutes         DOUBLE,
    visit_count            BIGINT,
    reopened_count         BIGINT,
    status                 ticket_status NOT NULL,
    cost_amount            DECIMAL(18,4),
    currency               VARCHAR,
    is_warranty            BOOLEAN,
    region_key             SMALLINT NOT NULL
);

-- 上门服务
CREATE TABLE fact_visit (
    source_key     SMALLINT NOT NULL,
    source_id      VARCHAR NOT NULL,
    version        BIGINT NOT NULL,
    recorded_at    TIMESTAMP,
    batch_id       INTEGER NOT NULL,
    visit_date     DATE NOT NULL,
    ticket_id      VARCHAR NOT NULL,
    engineer_key   INTEGER NOT NULL,
    customer_key   INTEGER NOT NULL,
    device_key     INTEGER NOT NULL,
    started_at     TIMESTAMP,
    finished_at    TIMESTAMP,
    travel_minutes DOUBLE,
    work_minutes   DOUBLE,
    is_fixed       BOOLEAN,
    cost_amount    DECIMAL(18,4),
    currency       VARCHAR,
    region_key     SMALLINT NOT NULL
);

-- 备件使用
CREATE TABLE fact_part_usage (
    source_key  SMALLINT NOT NULL,
    source_id   VARCHAR NOT NULL,
    version     BIGINT NOT NULL,
    recorded_at TIMESTAMP,
    batch_id    INTEGER NOT NULL,
    used_date   DATE NOT NULL,
    ticket_id   VARCHAR,
    visit_id    VARCHAR,
    device_key  INTEGER NOT NULL,
    product_key INTEGER NOT NULL,
    quantity    DECIMAL(18,4) NOT NULL,
    cost_amount DECIMAL(18,4),
    currency    VARCHAR,
    lot         VARCHAR
);

-- 满意度调查
CREATE TABLE fact_survey (
    source_key    SMALLINT NOT NULL,
    source_id     VARCHAR NOT NULL,
    version       BIGINT NOT NULL,
    recorded_at   TIMESTAMP,
    batch_id      INTEGER NOT NULL,
    answered_date DATE NOT NULL,
    ticket_id     VARCHAR,
    customer_key  INTEGER NOT NULL,
    product_key   INTEGER NOT NULL,
    device_key    INTEGER NOT NULL,
    csat          BIGINT,
    nps           BIGINT,
    region_key    SMALLINT NOT NULL
);

-- 设备月
CREATE TABLE fact_device_month (
    source_key        SMALLINT NOT NULL,
    source_id         VARCHAR NOT NULL,
    version           BIGINT NOT NULL,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    month             DATE NOT NULL,
    device_key        INTEGER NOT NULL,
    product_key       INTEGER NOT NULL,
    customer_key      INTEGER NOT NULL,
    operating_hours   DOUBLE NOT NULL,
    failures          BIGINT NOT NULL,
    months_in_service BIGINT,
    region_key        SMALLINT NOT NULL
);

-- 合同到期
CREATE TABLE fact_contract_term (
    source_key               SMALLINT NOT NULL,
    source_id                VARCHAR NOT NULL,
    version                  BIGINT NOT NULL,
    recorded_at              TIMESTAMP,
    batch_id                 INTEGER NOT NULL,
    due_date                 DATE NOT NULL,
    contract_key             INTEGER NOT NULL,
    customer_key             INTEGER NOT NULL,
    expiring_amount          DECIMAL(18,4) NOT NULL,
    renewed_amount           DECIMAL(18,4),
    renewed_date             DATE,
    grace_days               BIGINT,
    currency                 VARCHAR NOT NULL,
    exchange_rate            DOUBLE,
    region_key               SMALLINT NOT NULL,
    expiring_amount_document DECIMAL(18,4),
    renewed_amount_document  DECIMAL(18,4)
);
