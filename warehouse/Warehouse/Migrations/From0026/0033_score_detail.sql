-- Scores of devices say which device, and scores over several horizons by which day the outcome is as likely as not, or why no day can be told.

CREATE TYPE score_no_date_reason AS ENUM ('unlikely', 'incomplete');
ALTER TABLE fact_score ADD COLUMN device_key INTEGER DEFAULT 0;
ALTER TABLE fact_score ADD COLUMN expected_date DATE;
ALTER TABLE fact_score ADD COLUMN no_date_reason score_no_date_reason;
