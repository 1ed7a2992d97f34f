-- Master data with history (SCD2): one row for each version of a member.
-- <x>_key names the version and is what facts hold; <x>_durable_key is the same for all versions of a member.
-- Key 0 is the unknown member, so that an inner join is always right. valid_to is exclusive, 9999-12-31 while open;
-- the first version of a member is valid from 0001-01-01. An inferred member was named by a row before its master came.
-- A master's own references hold durable keys: join them with is_current for as-is, or by date for as-was.

CREATE TYPE organisation_kind AS ENUM ('company', 'division', 'department', 'team');
CREATE TYPE product_item_type AS ENUM ('finished', 'component', 'spare_part', 'service', 'material');
CREATE TYPE stage_kind AS ENUM ('open', 'won', 'lost');

-- 组织
CREATE TABLE dim_organisation (
    organisation_key         INTEGER NOT NULL,
    organisation_durable_key INTEGER NOT NULL,
    source_key               SMALLINT NOT NULL,
    organisation_id          VARCHAR,
    version                  BIGINT,
    recorded_at              TIMESTAMP,
    batch_id                 INTEGER NOT NULL,
    effective_date           DATE,
    valid_from               DATE NOT NULL,
    valid_to                 DATE NOT NULL,
    is_current               BOOLEAN NOT NULL,
    is_inferred              BOOLEAN NOT NULL,
    name                     VARCHAR,
    kind                     organisation_kind,
    parent_durable_key       INTEGER NOT NULL,
    region                   VARCHAR
);
INSERT INTO dim_organisation (organisation_key, organisation_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, parent_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0);

-- 员工
CREATE TABLE dim_employee (
    employee_key             INTEGER NOT NULL,
    employee_durable_key     INTEGER NOT NULL,
    source_key               SMALLINT NOT NULL,
    employee_id              VARCHAR,
    version                  BIGINT,
    recorded_at              TIMESTAMP,
    batch_id                 INTEGER NOT NULL,
    effective_date           DATE,
    valid_from               DATE NOT NULL,
    valid_to                 DATE NOT NULL,
    is_current               BOOLEAN NOT NULL,
    is_inferred              BOOLEAN NOT NULL,
    name                     VARCHAR,
    role                     VARCHAR,
    organisation_durable_key INTEGER NOT NULL,
    manager_durable_key      INTEGER NOT NULL,
    region                   VARCHAR,
    hired_date               DATE,
    left_date                DATE
);
INSERT INTO dim_employee (employee_key, employee_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, organisation_durable_key, manager_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0, 0);

-- 客户
CREATE TABLE dim_customer (
    customer_key         INTEGER NOT NULL,
    customer_durable_key INTEGER NOT NULL,
    source_key           SMALLINT NOT NULL,
    customer_id          VARCHAR,
    version              BIGINT,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    effective_date       DATE,
    valid_from           DATE NOT NULL,
    valid_to             DATE NOT NULL,
    is_current           BOOLEAN NOT NULL,
    is_inferred          BOOLEAN NOT NULL,
    name                 VARCHAR,
    region               VARCHAR,
    country              VARCHAR,
    province             VARCHAR,
    city                 VARCHAR,
    industry             VARCHAR,
    tier                 VARCHAR,
    channel              VARCHAR,
    owner_durable_key    INTEGER NOT NULL,
    parent_durable_key   INTEGER NOT NULL,
    created_date         DATE,
    is_active            BOOLEAN
);
INSERT INTO dim_customer (customer_key, customer_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, owner_durable_key, parent_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0, 0);

-- 产品
CREATE TABLE dim_product (
    product_key         INTEGER NOT NULL,
    product_durable_key INTEGER NOT NULL,
    source_key          SMALLINT NOT NULL,
    product_id          VARCHAR,
    version             BIGINT,
    recorded_at         TIMESTAMP,
    batch_id            INTEGER NOT NULL,
    effective_date      DATE,
    valid_from          DATE NOT NULL,
    valid_to            DATE NOT NULL,
    is_current          BOOLEAN NOT NULL,
    is_inferred         BOOLEAN NOT NULL,
    name                VARCHAR,
    item_type           product_item_type,
    product_line        VARCHAR,
    family              VARCHAR,
    unit_of_measure     VARCHAR,
    standard_cost       DECIMAL(18,4),
    list_price          DECIMAL(18,4),
    currency            VARCHAR,
    is_active           BOOLEAN
);
INSERT INTO dim_product (product_key, product_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false);

-- 供应商
CREATE TABLE dim_supplier (
    supplier_key         INTEGER NOT NULL,
    supplier_durable_key INTEGER NOT NULL,
    source_key           SMALLINT NOT NULL,
    supplier_id          VARCHAR,
    version              BIGINT,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    effective_date       DATE,
    valid_from           DATE NOT NULL,
    valid_to             DATE NOT NULL,
    is_current           BOOLEAN NOT NULL,
    is_inferred          BOOLEAN NOT NULL,
    name                 VARCHAR,
    country              VARCHAR,
    credit_rating        VARCHAR,
    is_active            BOOLEAN
);
INSERT INTO dim_supplier (supplier_key, supplier_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false);

-- 工作中心
CREATE TABLE dim_work_centre (
    work_centre_key          INTEGER NOT NULL,
    work_centre_durable_key  INTEGER NOT NULL,
    source_key               SMALLINT NOT NULL,
    work_centre_id           VARCHAR,
    version                  BIGINT,
    recorded_at              TIMESTAMP,
    batch_id                 INTEGER NOT NULL,
    effective_date           DATE,
    valid_from               DATE NOT NULL,
    valid_to                 DATE NOT NULL,
    is_current               BOOLEAN NOT NULL,
    is_inferred              BOOLEAN NOT NULL,
    name                     VARCHAR,
    production_line          VARCHAR,
    plant                    VARCHAR,
    lanes                    BIGINT,
    hourly_cost              DECIMAL(18,4),
    available_hours_per_week DOUBLE,
    currency                 VARCHAR
);
INSERT INTO dim_work_centre (work_centre_key, work_centre_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false);

-- 销售阶段
CREATE TABLE dim_stage (
    stage_key         INTEGER NOT NULL,
    stage_durable_key INTEGER NOT NULL,
    source_key        SMALLINT NOT NULL,
    stage_id          VARCHAR,
    version           BIGINT,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    effective_date    DATE,
    valid_from        DATE NOT NULL,
    valid_to          DATE NOT NULL,
    is_current        BOOLEAN NOT NULL,
    is_inferred       BOOLEAN NOT NULL,
    name              VARCHAR,
    name_zh           VARCHAR,
    sequence          BIGINT,
    kind              stage_kind
);
INSERT INTO dim_stage (stage_key, stage_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false);

-- 设备
CREATE TABLE dim_device (
    device_key           INTEGER NOT NULL,
    device_durable_key   INTEGER NOT NULL,
    source_key           SMALLINT NOT NULL,
    device_id            VARCHAR,
    version              BIGINT,
    recorded_at          TIMESTAMP,
    batch_id             INTEGER NOT NULL,
    effective_date       DATE,
    valid_from           DATE NOT NULL,
    valid_to             DATE NOT NULL,
    is_current           BOOLEAN NOT NULL,
    is_inferred          BOOLEAN NOT NULL,
    name                 VARCHAR,
    product_durable_key  INTEGER NOT NULL,
    customer_durable_key INTEGER NOT NULL,
    region               VARCHAR,
    site                 VARCHAR,
    configuration        VARCHAR,
    lot                  VARCHAR,
    installed_date       DATE,
    warranty_end_date    DATE,
    retired_date         DATE
);
INSERT INTO dim_device (device_key, device_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, product_durable_key, customer_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0, 0);

-- 服务合同
CREATE TABLE dim_contract (
    contract_key         INTEGER NOT NULL,
    contract_durable_key INTEGER NOT NULL,
    source_key           SMALLINT NOT NULL,
    contract_id          VARCHAR,
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
    device_durable_key   INTEGER NOT NULL,
    kind                 VARCHAR,
    start_date           DATE,
    end_date             DATE,
    grace_days           BIGINT
);
INSERT INTO dim_contract (contract_key, contract_durable_key, source_key, batch_id, valid_from, valid_to, is_current, is_inferred, customer_durable_key, device_durable_key)
VALUES (0, 0, 0, 0, DATE '0001-01-01', DATE '9999-12-31', true, false, 0, 0);

-- Regions as they are named by customers, organisations, employees and facts.
CREATE TABLE dim_region (
    region_key SMALLINT NOT NULL,
    region     VARCHAR
);
INSERT INTO dim_region VALUES (0, NULL);

-- Every statement that a source made about a member, and the version that holds its content.
-- A statement that changes nothing makes no version, yet a later statement of an earlier day needs it.
CREATE TABLE member_statement (
    dimension      VARCHAR NOT NULL,
    durable_key    INTEGER NOT NULL,
    effective_date DATE    NOT NULL,
    version        BIGINT  NOT NULL,
    is_dated       BOOLEAN NOT NULL,
    version_key    INTEGER NOT NULL
);
