-- Reasons, faults and scenarios.
-- Rules of every dimension: <x>_key names the version and <x>_durable_key the member; key 0 is the unknown member;
-- references to other dimensions are held by durable key.

CREATE TYPE reason_kind AS ENUM ('lost', 'late', 'downtime', 'scrap', 'rework', 'hold', 'promise');
CREATE TYPE scenario_kind AS ENUM ('actual', 'plan', 'what_if', 'model');
CREATE TYPE ticket_kind AS ENUM ('repair', 'question', 'maintenance', 'installation');

-- 原因
CREATE TABLE dim_reason (
    reason_key         INTEGER NOT NULL,
    reason_durable_key INTEGER NOT NULL,
    source_key         SMALLINT NOT NULL,
    reason_id          VARCHAR,
    version            BIGINT,
    recorded_at        TIMESTAMP,
    batch_id           INTEGER NOT NULL,
    effective_date     DATE,
    valid_from         DATE NOT NULL,
    valid_to           DATE NOT NULL,
    is_current         BOOLEAN NOT NULL,
    is_inferred        BOOLEAN NOT NULL,
    name               VARCHAR,
    kind               reason_kind,
    parent_durable_key INTEGER NOT NULL
);
INSERT INTO dim_reason (reason_key, reason_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, parent_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0);

-- 故障
CREATE TABLE dim_fault (
    fault_key          INTEGER NOT NULL,
    fault_durable_key  INTEGER NOT NULL,
    source_key         SMALLINT NOT NULL,
    fault_id           VARCHAR,
    version            BIGINT,
    recorded_at        TIMESTAMP,
    batch_id           INTEGER NOT NULL,
    effective_date     DATE,
    valid_from         DATE NOT NULL,
    valid_to           DATE NOT NULL,
    is_current         BOOLEAN NOT NULL,
    is_inferred        BOOLEAN NOT NULL,
    name               VARCHAR,
    parent_durable_key INTEGER NOT NULL,
    system             VARCHAR,
    corrective_action  VARCHAR
);
INSERT INTO dim_fault (fault_key, fault_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, parent_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0);

-- 情景
CREATE TABLE dim_scenario (
    scenario_key         INTEGER NOT NULL,
    scenario_durable_key INTEGER NOT NULL,
    source_key           SMALLINT NOT NULL,
    scenario_id          VARCHAR,
    version              BIGINT,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    effective_date       DATE,
    valid_from           DATE NOT NULL,
    valid_to             DATE NOT NULL,
    is_current           BOOLEAN NOT NULL,
    is_inferred          BOOLEAN NOT NULL,
    name                 VARCHAR,
    kind                 scenario_kind,
    model_version        VARCHAR
);
INSERT INTO dim_scenario (scenario_key, scenario_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false);

ALTER TABLE fact_ticket ADD COLUMN kind ticket_kind;
ALTER TABLE fact_ticket ADD COLUMN fault_key INTEGER DEFAULT 0;
ALTER TABLE fact_ticket ADD COLUMN auto_response_at TIMESTAMP;
