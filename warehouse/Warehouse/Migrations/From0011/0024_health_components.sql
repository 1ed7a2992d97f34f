-- What customer health also looks at: how severe open tickets are, where recommendation is heading, and how long the contract still runs.

-- How much a day of an open ticket weighs, by the priority as its source names it, in lower case; any other weighs 1.
CREATE TABLE ticket_severity (
    priority VARCHAR NOT NULL,
    weight   DOUBLE NOT NULL
);
INSERT INTO ticket_severity VALUES
    ('p1', 3), ('1', 3), ('critical', 3), ('urgent', 3), ('紧急', 3), ('特急', 3),
    ('p2', 2), ('2', 2), ('high', 2), ('高', 2), ('加急', 2);

ALTER TABLE fact_customer_health ADD COLUMN open_severity_days DOUBLE;
ALTER TABLE fact_customer_health ADD COLUMN nps_trend DOUBLE;
ALTER TABLE fact_customer_health ADD COLUMN contract_days_left INTEGER;

UPDATE health_component SET component = 'open_severity_days', label = '未结服务工单天数(按严重度加权)', worst = 2 * worst, best = 2 * best WHERE component = 'open_ticket_days';
INSERT INTO health_component VALUES
    ('nps_trend',          '净推荐意愿变化(近 6 个月对前 6 个月)', 0.10, -4.0, 2.0),
    ('contract_days_left', '服务合同剩余天数',                     0.10, 0.0,  180.0);
