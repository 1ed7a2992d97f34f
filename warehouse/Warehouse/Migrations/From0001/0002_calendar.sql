-- The plant calendar, one row a day from 1990 to 2059.
-- Public holidays and make-up workdays as the State Council of China announced them for 2010 to 2026; for 2027 the
-- statutory days only, because the notice was not out when this was written; other years: Monday to Friday.

CREATE TABLE calendar_holiday (
    first_day DATE NOT NULL,
    last_day  DATE NOT NULL
);
INSERT INTO calendar_holiday VALUES
    (DATE '2010-01-01', DATE '2010-01-03'), (DATE '2010-02-13', DATE '2010-02-19'), (DATE '2010-04-03', DATE '2010-04-05'),
    (DATE '2010-05-01', DATE '2010-05-03'), (DATE '2010-06-14', DATE '2010-06-16'), (DATE '2010-09-22', DATE '2010-09-24'),
    (DATE '2010-10-01', DATE '2010-10-07'),
    (DATE '2011-01-01', DATE '2011-01-03'), (DATE '2011-02-02', DATE '2011-02-08'), (DATE '2011-04-03', DATE '2011-04-05'),
    (DATE '2011-04-30', DATE '2011-05-02'), (DATE '2011-06-04', DATE '2011-06-06'), (DATE '2011-09-10', DATE '2011-09-12'),
    (DATE '2011-10-01', DATE '2011-10-07'),
    (DATE '2012-01-01', DATE '2012-01-03'), (DATE '2012-01-22', DATE '2012-01-28'), (DATE '2012-04-02', DATE '2012-04-04'),
    (DATE '2012-04-29', DATE '2012-05-01'), (DATE '2012-06-22', DATE '2012-06-24'), (DATE '2012-09-30', DATE '2012-10-07'),
    (DATE '2013-01-01', DATE '2013-01-03'), (DATE '2013-02-09', DATE '2013-02-15'), (DATE '2013-04-04', DATE '2013-04-06'),
    (DATE '2013-04-29', DATE '2013-05-01'), (DATE '2013-06-10', DATE '2013-06-12'), (DATE '2013-09-19', DATE '2013-09-21'),
    (DATE '2013-10-01', DATE '2013-10-07'),
    (DATE '2014-01-01', DATE '2014-01-01'), (DATE '2014-01-31', DATE '2014-02-06'), (DATE '2014-04-05', DATE '2014-04-07'),
    (DATE '2014-05-01', DATE '2014-05-03'), (DATE '2014-05-31', DATE '2014-06-02'), (DATE '2014-09-06', DATE '2014-09-08'),
    (DATE '2014-10-01', DATE '2014-10-07'),
    (DATE '2015-01-01', DATE '2015-01-03'), (DATE '2015-02-18', DATE '2015-02-24'), (DATE '2015-04-04', DATE '2015-04-06'),
    (DATE '2015-05-01', DATE '2015-05-03'), (DATE '2015-06-20', DATE '2015-06-22'), (DATE '2015-09-03', DATE '2015-09-05'),
    (DATE '2015-09-26', DATE '2015-09-27'), (DATE '2015-10-01', DATE '2015-10-07'),
    (DATE '2016-01-01', DATE '2016-01-03'), (DATE '2016-02-07', DATE '2016-02-13'), (DATE '2016-04-02', DATE '2016-04-04'),
    (DATE '2016-04-30', DATE '2016-05-02'), (DATE '2016-06-09', DATE '2016-06-11'), (DATE '2016-09-15', DATE '2016-09-17'),
    (DATE '2016-10-01', DATE '2016-10-07'),
    (DATE '2016-12-31', DATE '2017-01-02'), (DATE '2017-01-27', DATE '2017-02-02'), (DATE '2017-04-02', DATE '2017-04-04'),
    (DATE '2017-04-29', DATE '2017-05-01'), (DATE '2017-05-28', DATE '2017-05-30'), (DATE '2017-10-01', DATE '2017-10-08'),
    (DATE '2017-12-30', DATE '2018-01-01'), (DATE '2018-02-15', DATE '2018-02-21'), (DATE '2018-04-05', DATE '2018-04-07'),
    (DATE '2018-04-29', DATE '2018-05-01'), (DATE '2018-06-16', DATE '2018-06-18'), (DATE '2018-09-22', DATE '2018-09-24'),
    (DATE '2018-10-01', DATE '2018-10-07'),
    (DATE '2018-12-30', DATE '2019-01-01'), (DATE '2019-02-04', DATE '2019-02-10'), (DATE '2019-04-05', DATE '2019-04-07'),
    (DATE '2019-05-01', DATE '2019-05-04'), (DATE '2019-06-07', DATE '2019-06-09'), (DATE '2019-09-13', DATE '2019-09-15'),
    (DATE '2019-10-01', DATE '2019-10-07'),
    (DATE '2020-01-01', DATE '2020-01-01'), (DATE '2020-01-24', DATE '2020-02-02'), (DATE '2020-04-04', DATE '2020-04-06'),
    (DATE '2020-05-01', DATE '2020-05-05'), (DATE '2020-06-25', DATE '2020-06-27'), (DATE '2020-10-01', DATE '2020-10-08'),
    (DATE '2021-01-01', DATE '2021-01-03'), (DATE '2021-02-11', DATE '2021-02-17'), (DATE '2021-04-03', DATE '2021-04-05'),
    (DATE '2021-05-01', DATE '2021-05-05'), (DATE '2021-06-12', DATE '2021-06-14'), (DATE '2021-09-19', DATE '2021-09-21'),
    (DATE '2021-10-01', DATE '2021-10-07'),
    (DATE '2022-01-01', DATE '2022-01-03'), (DATE '2022-01-31', DATE '2022-02-06'), (DATE '2022-04-03', DATE '2022-04-05'),
    (DATE '2022-04-30', DATE '2022-05-04'), (DATE '2022-06-03', DATE '2022-06-05'), (DATE '2022-09-10', DATE '2022-09-12'),
    (DATE '2022-10-01', DATE '2022-10-07'),
    (DATE '2022-12-31', DATE '2023-01-02'), (DATE '2023-01-21', DATE '2023-01-27'), (DATE '2023-04-05', DATE '2023-04-05'),
    (DATE '2023-04-29', DATE '2023-05-03'), (DATE '2023-06-22', DATE '2023-06-24'), (DATE '2023-09-29', DATE '2023-10-06'),
    (DATE '2024-01-01', DATE '2024-01-01'), (DATE '2024-02-10', DATE '2024-02-17'), (DATE '2024-04-04', DATE '2024-04-06'),
    (DATE '2024-05-01', DATE '2024-05-05'), (DATE '2024-06-10', DATE '2024-06-10'), (DATE '2024-09-15', DATE '2024-09-17'),
    (DATE '2024-10-01', DATE '2024-10-07'),
    (DATE '2025-01-01', DATE '2025-01-01'), (DATE '2025-01-28', DATE '2025-02-04'), (DATE '2025-04-04', DATE '2025-04-06'),
    (DATE '2025-05-01', DATE '2025-05-05'), (DATE '2025-05-31', DATE '2025-06-02'), (DATE '2025-10-01', DATE '2025-10-08'),
    (DATE '2026-01-01', DATE '2026-01-03'), (DATE '2026-02-15', DATE '2026-02-23'), (DATE '2026-04-04', DATE '2026-04-06'),
    (DATE '2026-05-01', DATE '2026-05-05'), (DATE '2026-06-19', DATE '2026-06-21'), (DATE '2026-09-25', DATE '2026-09-27'),
    (DATE '2026-10-01', DATE '2026-10-07'),
    (DATE '2027-01-01', DATE '2027-01-01'), (DATE '2027-02-05', DATE '2027-02-08'), (DATE '2027-04-05', DATE '2027-04-05'),
    (DATE '2027-05-01', DATE '2027-05-02'), (DATE '2027-06-09', DATE '2027-06-09'), (DATE '2027-09-15', DATE '2027-09-15'),
    (DATE '2027-10-01', DATE '2027-10-03');

-- Weekend days on which the plant works in exchange for a longer holiday.
CREATE TABLE calendar_make_up_day (
    date DATE NOT NULL
);
INSERT INTO calendar_make_up_day VALUES
    (DATE '2010-02-20'), (DATE '2010-02-21'), (DATE '2010-06-12'), (DATE '2010-06-13'), (DATE '2010-09-19'),
    (DATE '2010-09-25'), (DATE '2010-09-26'), (DATE '2010-10-09'),
    (DATE '2011-01-30'), (DATE '2011-02-12'), (DATE '2011-04-02'), (DATE '2011-10-08'), (DATE '2011-10-09'),
    (DATE '2011-12-31'),
    (DATE '2012-01-21'), (DATE '2012-01-29'), (DATE '2012-03-31'), (DATE '2012-04-01'), (DATE '2012-04-28'),
    (DATE '2012-09-29'),
    (DATE '2013-01-05'), (DATE '2013-01-06'), (DATE '2013-02-16'), (DATE '2013-02-17'), (DATE '2013-04-07'),
    (DATE '2013-04-27'), (DATE '2013-04-28'), (DATE '2013-06-08'), (DATE '2013-06-09'), (DATE '2013-09-22'),
    (DATE '2013-09-29'), (DATE '2013-10-12'),
    (DATE '2014-01-26'), (DATE '2014-02-08'), (DATE '2014-05-04'), (DATE '2014-09-28'), (DATE '2014-10-11'),
    (DATE '2015-01-04'), (DATE '2015-02-15'), (DATE '2015-02-28'), (DATE '2015-09-06'), (DATE '2015-10-10'),
    (DATE '2016-02-06'), (DATE '2016-02-14'), (DATE '2016-06-12'), (DATE '2016-09-18'), (DATE '2016-10-08'),
    (DATE '2016-10-09'),
    (DATE '2017-01-22'), (DATE '2017-02-04'), (DATE '2017-04-01'), (DATE '2017-05-27'), (DATE '2017-09-30'),
    (DATE '2018-02-11'), (DATE '2018-02-24'), (DATE '2018-04-08'), (DATE '2018-04-28'), (DATE '2018-09-29'),
    (DATE '2018-09-30'), (DATE '2018-12-29'),
    (DATE '2019-02-02'), (DATE '2019-02-03'), (DATE '2019-04-28'), (DATE '2019-05-05'), (DATE '2019-09-29'),
    (DATE '2019-10-12'),
    (DATE '2020-01-19'), (DATE '2020-04-26'), (DATE '2020-05-09'), (DATE '2020-06-28'), (DATE '2020-09-27'),
    (DATE '2020-10-10'),
    (DATE '2021-02-07'), (DATE '2021-02-20'), (DATE '2021-04-25'), (DATE '2021-05-08'), (DATE '2021-09-18'),
    (DATE '2021-09-26'), (DATE '2021-10-09'),
    (DATE '2022-01-29'), (DATE '2022-01-30'), (DATE '2022-04-02'), (DATE '2022-04-24'), (DATE '2022-05-07'),
    (DATE '2022-10-08'), (DATE '2022-10-09'),
    (DATE '2023-01-28'), (DATE '2023-01-29'), (DATE '2023-04-23'), (DATE '2023-05-06'), (DATE '2023-06-25'),
    (DATE '2023-10-07'), (DATE '2023-10-08'),
    (DATE '2024-02-04'), (DATE '2024-02-18'), (DATE '2024-04-07'), (DATE '2024-04-28'), (DATE '2024-05-11'),
    (DATE '2024-09-14'), (DATE '2024-09-29'), (DATE '2024-10-12'),
    (DATE '2025-01-26'), (DATE '2025-02-08'), (DATE '2025-04-27'), (DATE '2025-09-28'), (DATE '2025-10-11'),
    (DATE '2026-01-04'), (DATE '2026-02-14'), (DATE '2026-02-28'), (DATE '2026-05-09'), (DATE '2026-09-20'),
    (DATE '2026-10-10');

-- workday_number counts workdays, so that the difference of two is the number of workdays between them; a day off carries
-- the number of the workday before it. The retail calendar is 4-4-5 on ISO weeks; a week 53 belongs to the last month.
CREATE TABLE dim_date (
    date            DATE NOT NULL,
    year            SMALLINT NOT NULL,
    quarter         TINYINT NOT NULL,
    month           TINYINT NOT NULL,
    day_of_month    TINYINT NOT NULL,
    day_of_week     TINYINT NOT NULL,
    iso_year        SMALLINT NOT NULL,
    iso_week        TINYINT NOT NULL,
    week_start      DATE NOT NULL,
    month_start     DATE NOT NULL,
    quarter_start   DATE NOT NULL,
    year_start      DATE NOT NULL,
    is_holiday      BOOLEAN NOT NULL,
    is_workday      BOOLEAN NOT NULL,
    workday_number  INTEGER NOT NULL,
    fiscal_year     SMALLINT NOT NULL,
    fiscal_quarter  TINYINT NOT NULL,
    fiscal_month    TINYINT NOT NULL,
    retail_year     SMALLINT NOT NULL,
    retail_quarter  TINYINT NOT NULL,
    retail_month    TINYINT NOT NULL,
    retail_week     TINYINT NOT NULL
);

INSERT INTO dim_date
WITH day AS (
    SELECT CAST(unnest(generate_series(DATE '1990-01-01', DATE '2059-12-31', INTERVAL 1 DAY)) AS DATE) AS date
), marked AS (
    SELECT
        day.date,
        EXISTS (FROM calendar_holiday AS h WHERE day.date BETWEEN h.first_day AND h.last_day) AS is_holiday,
        day.date IN (SELECT m.date FROM calendar_make_up_day AS m) AS is_make_up
    FROM day
), worked AS (
    SELECT date, is_holiday, is_make_up OR (isodow(date) <= 5 AND NOT is_holiday) AS is_workday
    FROM marked
), setting AS (
    SELECT CAST(value AS INTEGER) AS start_month FROM warehouse_setting WHERE name = 'fiscal_year_start_month'
), placed AS (
    SELECT
        worked.*,
        date - INTERVAL (start_month - 1) MONTH AS fiscal_date,
        CAST(isoyear(date) AS SMALLINT) AS week_year,
        CAST(least(weekofyear(date), 52) AS INTEGER) - 1 AS week_index
    FROM worked, setting
)
SELECT
    date, year(date), quarter(date), month(date), day(date), isodow(date), week_year, weekofyear(date),
    date_trunc('week', date), date_trunc('month', date), date_trunc('quarter', date), date_trunc('year', date),
    is_holiday, is_workday, CAST(sum(CAST(is_workday AS INTEGER)) OVER (ORDER BY date) AS INTEGER),
    year(fiscal_date), quarter(fiscal_date), month(fiscal_date),
    week_year, week_index // 13 + 1, (week_index // 13) * 3 + least(week_index % 13 // 4, 2) + 1, weekofyear(date)
FROM placed
ORDER BY date;
