-- Leads to orders.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's;
-- own_region_key is what the row itself said, 0 when it said nothing. No keys or indexes: loading keeps (source_key, source_id) unique.

CREATE TYPE lead_status AS ENUM ('new', 'assigned', 'working', 'qualified', 'converted', 'disqualified', 'merged', 'reclaimed');
CREATE TYPE opportunity_outcome AS ENUM ('open', 'won', 'lost');
CREATE TYPE stage_event_kind AS ENUM ('enter', 'advance', 'skip', 'back', 'won', 'lost', 'reopen');

-- 线索
CREATE TABLE fact_lead (
    source_key     SMALLINT NOT NULL,
    source_id      VARCHAR NOT NULL,
    version        BIGINT NOT NULL,
    recorded_at    TIMESTAMP,
    batch_id       INTEGER NOT NULL,
    captured_date  DATE NOT NULL,
    captured_at    TIMESTAMP,
    channel        VARCHAR,
    campaign       VARCHAR,
    company_name   VARCHAR,
    industry       VARCHAR,
    owner_key      INTEGER NOT NULL,
    assigned_at    TIMESTAMP,
    first_touch_at TIMESTAMP,
    qualified_at   TIMESTAMP,
    converted_at   TIMESTAMP,
    opportunity_id VARCHAR,
    status         lead_status NOT NULL,
    region_key     SMALLINT NOT NULL,
    own_region_key SMALLINT NOT NULL
);

-- 商机
CREATE TABLE fact_opportunity (
    source_key          SMALLINT NOT NULL,
    source_id           VARCHAR NOT NULL,
    version             BIGINT NOT NULL,
    recorded_at         TIMESTAMP,
    batch_id            INTEGER NOT NULL,
    created_date        DATE NOT NULL,
    customer_key        INTEGER NOT NULL,
    owner_key           INTEGER NOT NULL,
    organisation_key    INTEGER NOT NULL,
    product_key         INTEGER NOT NULL,
    lead_id             VARCHAR,
    channel             VARCHAR,
    expected_close_date DATE,
    closed_date         DATE,
    outcome             opportunity_outcome NOT NULL,
    amount              DECIMAL(18,4),
    currency            VARCHAR NOT NULL,
    exchange_rate       DOUBLE,
    rep_probability     DOUBLE,
    stage_key           INTEGER NOT NULL,
    lost_reason         VARCHAR,
    competitor          VARCHAR,
    region_key          SMALLINT NOT NULL,
    amount_document     DECIMAL(18,4)
);

-- 阶段变更
CREATE TABLE fact_stage_event (
    source_key      SMALLINT NOT NULL,
    source_id       VARCHAR NOT NULL,
    version         BIGINT NOT NULL,
    recorded_at     TIMESTAMP,
    batch_id        INTEGER NOT NULL,
    occurred_date   DATE NOT NULL,
    occurred_at     TIMESTAMP,
    opportunity_id  VARCHAR NOT NULL,
    customer_key    INTEGER NOT NULL,
    owner_key       INTEGER NOT NULL,
    product_key     INTEGER NOT NULL,
    from_stage_key  INTEGER NOT NULL,
    to_stage_key    INTEGER NOT NULL,
    kind            stage_event_kind NOT NULL,
    amount          DECIMAL(18,4),
    currency        VARCHAR,
    exchange_rate   DOUBLE,
    region_key      SMALLINT NOT NULL,
    amount_document DECIMAL(18,4)
);

-- 报价行
CREATE TABLE fact_quote_line (
    source_key               SMALLINT NOT NULL,
    source_id                VARCHAR NOT NULL,
    version                  BIGINT NOT NULL,
    recorded_at              TIMESTAMP,
    batch_id                 INTEGER NOT NULL,
    quoted_date              DATE NOT NULL,
    quote_id                 VARCHAR NOT NULL,
    quote_version            BIGINT,
    line_number              BIGINT,
    opportunity_id           VARCHAR,
    customer_key             INTEGER NOT NULL,
    product_key              INTEGER NOT NULL,
    owner_key                INTEGER NOT NULL,
    requested_at             TIMESTAMP,
    sent_at                  TIMESTAMP,
    quantity                 DECIMAL(18,4) NOT NULL,
    list_amount              DECIMAL(18,4),
    discount_amount          DECIMAL(18,4),
    net_amount               DECIMAL(18,4) NOT NULL,
    estimated_cost           DECIMAL(18,4),
    currency                 VARCHAR NOT NULL,
    exchange_rate            DOUBLE,
    is_valid                 BOOLEAN,
    region_key               SMALLINT NOT NULL,
    list_amount_document     DECIMAL(18,4),
    discount_amount_document DECIMAL(18,4),
    net_amount_document      DECIMAL(18,4),
    estimated_cost_document  DECIMAL(18,4)
);

-- 销售订单行
CREATE TABLE fact_sales_order_line (
    source_key               SMALLINT NOT NULL,
    source_id                VARCHAR NOT NULL,
    version                  BIGINT NOT NULL,
    recorded_at              TIMESTAMP,
    batch_id                 INTEGER NOT NULL,
    ordered_date             DATE NOT NULL,
    order_id                 VARCHAR NOT NULL,
    line_number              BIGINT,
    customer_key             INTEGER NOT NULL,
    product_key              INTEGER NOT NULL,
    owner_key                INTEGER NOT NULL,
    organisation_key         INTEGER NOT NULL,
    opportunity_id           VARCHAR,
    channel                  VARCHAR,
    promotion                VARCHAR,
    quantity                 DECIMAL(18,4) NOT NULL,
    list_amount              DECIMAL(18,4),
    discount_amount          DECIMAL(18,4),
    net_amount               DECIMAL(18,4) NOT NULL,
    cost_amount              DECIMAL(18,4),
    tax_amount               DECIMAL(18,4),
    currency                 VARCHAR NOT NULL,
    exchange_rate            DOUBLE,
    is_cancelled             BOOLEAN,
    region_key               SMALLINT NOT NULL,
    own_region_key           SMALLINT NOT NULL,
    list_amount_document     DECIMAL(18,4),
    discount_amount_document DECIMAL(18,4),
    net_amount_document      DECIMAL(18,4),
    cost_amount_document     DECIMAL(18,4),
    tax_amount_document      DECIMAL(18,4)
);
