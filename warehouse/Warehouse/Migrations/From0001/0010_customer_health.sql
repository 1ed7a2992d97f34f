-- Customer health, one row for each customer and month, written by loading for the months that a batch touched.
-- A component is turned into a score from 0 (at or beyond worst) to 1 (at or beyond best) on a straight line; the health
-- score is the weighted mean of the components that are known, times 100, and coverage the share of weight they carry.

CREATE TABLE health_component (
    component VARCHAR NOT NULL,
    label     VARCHAR NOT NULL,
    weight    DOUBLE NOT NULL,
    worst     DOUBLE NOT NULL,
    best      DOUBLE NOT NULL
);
INSERT INTO health_component VALUES
    ('otd_rate',               '准时交付率(12 个月)',  0.20, 0.60, 0.98),
    ('open_ticket_days',       '未结服务工单天数',       0.15, 60.0, 0.0),
    ('csat',                   '满意度均值(12 个月)',  0.20, 2.5,  4.8),
    ('overdue_rate',           '逾期应收占比',           0.15, 0.50, 0.0),
    ('cadence_ratio',          '距上次下单与惯常间隔之比', 0.20, 4.0,  1.0),
    ('failures_per_device',    '单台设备月故障数(6 个月)', 0.10, 0.60, 0.02);

-- Money in the group currency. A component is NULL when nothing is known of it, which is not zero.
CREATE TABLE fact_customer_health (
    month                DATE NOT NULL,
    customer_key         INTEGER NOT NULL,
    region_key           SMALLINT NOT NULL,
    otd_rate             DOUBLE,
    open_ticket_days     DOUBLE,
    csat                 DOUBLE,
    overdue_amount       DECIMAL(18, 4),
    overdue_rate         DOUBLE,
    days_since_order     INTEGER,
    cadence_ratio        DOUBLE,
    failures_per_device  DOUBLE,
    score                DOUBLE,
    coverage             DOUBLE NOT NULL,
    batch_id             INTEGER NOT NULL
);
