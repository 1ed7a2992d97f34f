-- Projects with their tasks and costs.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's.
-- No keys or indexes: loading keeps (source_key, source_id) unique.
-- Rules of every dimension: <x>_key names the version and <x>_durable_key the member; key 0 is the unknown member;
-- references to other dimensions are held by durable key.

CREATE TYPE project_task_department AS ENUM ('sales', 'engineering', 'purchasing', 'production', 'quality', 'logistics', 'service', 'finance');
CREATE TYPE project_task_risk AS ENUM ('low', 'medium', 'high');
CREATE TYPE project_cost_kind AS ENUM ('labour', 'material', 'outside', 'travel', 'other');

-- 项目
CREATE TABLE dim_project (
    project_key          INTEGER NOT NULL,
    project_durable_key  INTEGER NOT NULL,
    source_key           SMALLINT NOT NULL,
    project_id           VARCHAR,
    version              BIGINT,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    effective_date       DATE,
    valid_from           DATE NOT NULL,
    valid_to             DATE NOT NULL,
    is_current           BOOLEAN NOT NULL,
    is_inferred          BOOLEAN NOT NULL,
    name                 VARCHAR,
    customer_durable_key INTEGER NOT NULL,
    order_id             VARCHAR,
    manager_durable_key  INTEGER NOT NULL,
    planned_start_date   DATE,
    planned_finish_date  DATE
);
INSERT INTO dim_project (project_key, project_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, customer_durable_key, manager_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0, 0);

-- 项目任务
CREATE TABLE fact_project_task (
    source_key              SMALLINT NOT NULL,
    source_id               VARCHAR NOT NULL,
    version                 BIGINT NOT NULL,
    recorded_at             TIMESTAMP,
    batch_id                INTEGER NOT NULL,
    planned_finish_date     DATE NOT NULL,
    planned_start_date      DATE,
    project_key             INTEGER NOT NULL,
    name                    VARCHAR NOT NULL,
    department              project_task_department NOT NULL,
    organisation_key        INTEGER NOT NULL,
    owner_key               INTEGER NOT NULL,
    customer_key            INTEGER NOT NULL,
    predecessor_id          VARCHAR,
    document_type           VARCHAR,
    document_id             VARCHAR,
    started_date            DATE,
    finished_date           DATE,
    progress                DOUBLE,
    risk                    project_task_risk,
    planned_amount          DECIMAL(18,4) NOT NULL,
    currency                VARCHAR NOT NULL,
    exchange_rate           DOUBLE,
    region_key              SMALLINT NOT NULL,
    planned_amount_document DECIMAL(18,4)
);

-- 项目成本
CREATE TABLE fact_project_cost (
    source_key       SMALLINT NOT NULL,
    source_id        VARCHAR NOT NULL,
    version          BIGINT NOT NULL,
    recorded_at      TIMESTAMP,
    batch_id         INTEGER NOT NULL,
    cost_date        DATE NOT NULL,
    project_key      INTEGER NOT NULL,
    task_id          VARCHAR,
    organisation_key INTEGER NOT NULL,
    customer_key     INTEGER NOT NULL,
    kind             project_cost_kind NOT NULL,
    amount           DECIMAL(18,4) NOT NULL,
    currency         VARCHAR NOT NULL,
    exchange_rate    DOUBLE,
    region_key       SMALLINT NOT NULL,
    amount_document  DECIMAL(18,4)
);
