-- Campaigns, interactions with customers, and who takes part in an opportunity.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.
-- Rules of every dimension: <x>_key names the version and <x>_durable_key the member; key 0 is the unknown member;
-- references to other dimensions are held by durable key.

CREATE TYPE activity_kind AS ENUM ('visit', 'call', 'message', 'meeting', 'demo', 'email');

-- 市场活动
CREATE TABLE dim_campaign (
    campaign_key         INTEGER NOT NULL,
    campaign_durable_key INTEGER NOT NULL,
    source_key           SMALLINT NOT NULL,
    campaign_id          VARCHAR,
    version              BIGINT,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    effective_date       DATE,
    valid_from           DATE NOT NULL,
    valid_to             DATE NOT NULL,
    is_current           BOOLEAN NOT NULL,
    is_inferred          BOOLEAN NOT NULL,
    name                 VARCHAR,
    channel              VARCHAR,
    start_date           DATE,
    end_date             DATE,
    budget_amount        DECIMAL(18,4),
    currency             VARCHAR
);
INSERT INTO dim_campaign (campaign_key, campaign_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false);

-- 客户互动
CREATE TABLE fact_activity (
    source_key       SMALLINT NOT NULL,
    source_id        VARCHAR NOT NULL,
    version          BIGINT NOT NULL,
    recorded_at      TIMESTAMP,
    batch_id         INTEGER NOT NULL,
    activity_date    DATE NOT NULL,
    started_at       TIMESTAMP,
    kind             activity_kind NOT NULL,
    customer_key     INTEGER NOT NULL,
    owner_key        INTEGER NOT NULL,
    opportunity_id   VARCHAR,
    lead_id          VARCHAR,
    ticket_id        VARCHAR,
    duration_minutes DOUBLE,
    subject          VARCHAR,
    region_key       SMALLINT NOT NULL
);

-- 商机团队
CREATE TABLE fact_opportunity_team (
    source_key     SMALLINT NOT NULL,
    source_id      VARCHAR NOT NULL,
    version        BIGINT NOT NULL,
    recorded_at    TIMESTAMP,
    batch_id       INTEGER NOT NULL,
    assigned_date  DATE NOT NULL,
    opportunity_id VARCHAR NOT NULL,
    employee_key   INTEGER NOT NULL,
    role           VARCHAR,
    weight         DOUBLE NOT NULL
);

ALTER TABLE fact_lead ADD COLUMN campaign_key INTEGER DEFAULT 0;
ALTER TABLE fact_lead ADD COLUMN first_touch_due_at TIMESTAMP;
ALTER TABLE fact_lead ADD COLUMN merged_into_id VARCHAR;

ALTER TABLE fact_opportunity ADD COLUMN model_probability DOUBLE;

ALTER TABLE fact_stage_event ADD COLUMN rep_probability DOUBLE;
ALTER TABLE fact_stage_event ADD COLUMN expected_close_date DATE;
