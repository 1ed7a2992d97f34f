-- Promises and deliveries. The delivered columns of a schedule line are kept by loading from fact_delivery.
-- Rules of every fact: a reference <x>_id is held as <x>_key, the version of the member that was valid on the business date;
-- money is in the group currency, and <amount>_document holds the amount in the document's currency where that differs;
-- region_key is the row's own region, else the customer's of that day, else the organisation's, else the employee's;
-- own_region_key is what the row itself said, 0 when it said nothing. No keys or indexes: loading keeps (source_key, source_id) unique.

-- 计划行
CREATE TABLE fact_schedule_line (
    source_key                           SMALLINT NOT NULL,
    source_id                            VARCHAR NOT NULL,
    version                              BIGINT NOT NULL,
    recorded_at                          TIMESTAMP,
    batch_id                             INTEGER NOT NULL,
    order_id                             VARCHAR NOT NULL,
    order_line_id                        VARCHAR,
    customer_key                         INTEGER NOT NULL,
    product_key                          INTEGER NOT NULL,
    requested_date                       DATE,
    first_commit_date                    DATE NOT NULL,
    current_commit_date                  DATE,
    ordered_quantity                     DECIMAL(18,4) NOT NULL,
    is_cancelled                         BOOLEAN,
    delay_cause                          VARCHAR,
    region_key                           SMALLINT NOT NULL,
    own_region_key                       SMALLINT NOT NULL,
    delivered_quantity                   DECIMAL(18,4) NOT NULL,
    delivered_by_requested_quantity      DECIMAL(18,4) NOT NULL,
    delivered_by_first_commit_quantity   DECIMAL(18,4) NOT NULL,
    delivered_by_current_commit_quantity DECIMAL(18,4) NOT NULL,
    full_delivery_date                   DATE
);

-- 交货
CREATE TABLE fact_delivery (
    source_key             SMALLINT NOT NULL,
    source_id              VARCHAR NOT NULL,
    version                BIGINT NOT NULL,
    recorded_at            TIMESTAMP,
    batch_id               INTEGER NOT NULL,
    delivered_date         DATE NOT NULL,
    schedule_line_id       VARCHAR NOT NULL,
    order_id               VARCHAR,
    customer_key           INTEGER NOT NULL,
    product_key            INTEGER NOT NULL,
    quantity               DECIMAL(18,4) NOT NULL,
    warehouse              VARCHAR,
    is_documentation_right BOOLEAN,
    is_condition_right     BOOLEAN,
    region_key             SMALLINT NOT NULL
);
