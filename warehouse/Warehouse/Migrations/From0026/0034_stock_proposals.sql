-- What stock of spare parts is proposed, and for which demand.

-- 备件库存建议
CREATE TABLE fact_stock_proposal (
    source_key        SMALLINT NOT NULL,
    source_id         VARCHAR NOT NULL,
    version           BIGINT NOT NULL,
    recorded_at       TIMESTAMP,
    batch_id          INTEGER NOT NULL,
    proposed_date     DATE NOT NULL,
    product_key       INTEGER NOT NULL,
    lead_time_days    BIGINT NOT NULL,
    service_level     DOUBLE NOT NULL,
    expected_quantity DECIMAL(18,4) NOT NULL,
    quantity_p10      DECIMAL(18,4) NOT NULL,
    quantity_p90      DECIMAL(18,4) NOT NULL,
    proposed_quantity DECIMAL(18,4) NOT NULL,
    region_key        SMALLINT NOT NULL,
    own_region_key    SMALLINT NOT NULL
);
