-- The tables of the star-schema benchmark with its distributions, for $rows order lines; the same rows for the same number. Its unit of size
-- is 6 million lines: 30,000 customers, 2,000 suppliers and 200,000 parts, of which there are more by the logarithm of the size.
-- Days are DATE, as everywhere in this house.
CREATE MACRO draw(what, salt, choices) AS CAST(hash(what, salt) % CAST(choices AS UBIGINT) AS INTEGER);

CREATE MACRO nations() AS TABLE
SELECT row_number() OVER () - 1 AS n, nation, region
FROM (VALUES
    ('ALGERIA', 'AFRICA'), ('ARGENTINA', 'AMERICA'), ('BRAZIL', 'AMERICA'), ('CANADA', 'AMERICA'), ('EGYPT', 'MIDDLE EAST'), ('ETHIOPIA', 'AFRICA'),
    ('FRANCE', 'EUROPE'), ('GERMANY', 'EUROPE'), ('INDIA', 'ASIA'), ('INDONESIA', 'ASIA'), ('IRAN', 'MIDDLE EAST'), ('IRAQ', 'MIDDLE EAST'), ('JAPAN', 'ASIA'),
    ('JORDAN', 'MIDDLE EAST'), ('KENYA', 'AFRICA'), ('MOROCCO', 'AFRICA'), ('MOZAMBIQUE', 'AFRICA'), ('PERU', 'AMERICA'), ('CHINA', 'ASIA'), ('ROMANIA', 'EUROPE'),
    ('SAUDI ARABIA', 'MIDDLE EAST'), ('VIETNAM', 'ASIA'), ('RUSSIA', 'EUROPE'), ('UNITED KINGDOM', 'EUROPE'), ('UNITED STATES', 'AMERICA')) AS v(nation, region);

CREATE TABLE customer AS
SELECT CAST(k AS INTEGER) AS c_custkey, format('Customer#{:09d}', k) AS c_name, format('{:<9}', nation[1:9]) || draw(k, 'city', 10) AS c_city,
       nation AS c_nation, region AS c_region, ['AUTOMOBILE', 'BUILDING', 'FURNITURE', 'HOUSEHOLD', 'MACHINERY'][1 + draw(k, 'segment', 5)] AS c_mktsegment
FROM range(1, 1 + greatest(CAST($rows AS BIGINT) // 200, 100)) AS r(k) INNER JOIN nations() ON n = draw(k, 'customer', 25)
ORDER BY k;

CREATE TABLE supplier AS
SELECT CAST(k AS INTEGER) AS s_suppkey, format('Supplier#{:09d}', k) AS s_name, format('{:<9}', nation[1:9]) || draw(k, 'place', 10) AS s_city,
       nation AS s_nation, region AS s_region
FROM range(1, 1 + greatest(CAST($rows AS BIGINT) // 3000, 50)) AS r(k) INNER JOIN nations() ON n = draw(k, 'supplier', 25)
ORDER BY k;

CREATE TABLE part AS
SELECT CAST(k AS INTEGER) AS p_partkey, 'part ' || k AS p_name, 'MFGR#' || m AS p_mfgr, 'MFGR#' || m || c AS p_category, 'MFGR#' || m || c || b AS p_brand1,
       'colour ' || draw(k, 'colour', 92) AS p_color, 'type ' || draw(k, 'type', 150) AS p_type, CAST(1 + draw(k, 'size', 50) AS TINYINT) AS p_size,
       'container ' || draw(k, 'container', 40) AS p_container
FROM (
    SELECT k, 1 + draw(k, 'm', 5) AS m, 1 + draw(k, 'c', 5) AS c, 1 + draw(k, 'b', 40) AS b
    FROM range(1, 1 + CAST(200000 * CASE WHEN $rows < 6000000 THEN $rows / 6000000 ELSE 1 + floor(log2($rows / 6000000)) END AS BIGINT)) AS r(k)) AS p
ORDER BY k;

CREATE TABLE date AS
SELECT date AS d_datekey, CAST(year(date) AS SMALLINT) AS d_year, CAST(year(date) * 100 + month(date) AS INTEGER) AS d_yearmonthnum, strftime(date, '%b%Y') AS d_yearmonth,
       CAST(1 + (dayofyear(date) - 1) // 7 AS TINYINT) AS d_weeknuminyear
FROM dim_date
WHERE date BETWEEN DATE '1992-01-01' AND DATE '1998-12-31'
ORDER BY 1;

SET VARIABLE customers = (SELECT count(*) FROM customer);
SET VARIABLE suppliers = (SELECT count(*) FROM supplier);
SET VARIABLE parts = (SELECT count(*) FROM part);

-- Of 28 lines following each other seven orders have one to seven each. An order has one customer and one day; prices follow the part, as in the benchmark.
CREATE TABLE lineorder AS
SELECT o AS lo_orderkey, line AS lo_linenumber, 1 + draw(o, 1, getvariable('customers')) AS lo_custkey, p AS lo_partkey,
       1 + draw(i, 2, getvariable('suppliers')) AS lo_suppkey, DATE '1992-01-01' + CAST(day AS INTEGER) AS lo_orderdate,
       ['1-URGENT', '2-HIGH', '3-MEDIUM', '4-NOT SPECI', '5-LOW'][1 + draw(o, 3, 5)] AS lo_orderpriority,
       CAST(quantity AS TINYINT) AS lo_quantity, CAST(quantity * price AS INTEGER) AS lo_extendedprice, CAST(discount AS TINYINT) AS lo_discount,
       CAST(quantity * price * (100 - discount) // 100 AS INTEGER) AS lo_revenue, CAST(price * 6 // 10 AS INTEGER) AS lo_supplycost,
       CAST(draw(i, 4, 9) AS TINYINT) AS lo_tax, DATE '1992-01-01' + CAST(day + 30 + draw(i, 5, 61) AS INTEGER) AS lo_commitdate,
       ['REG AIR', 'AIR', 'RAIL', 'SHIP', 'TRUCK', 'MAIL', 'FOB'][1 + draw(i, 6, 7)] AS lo_shipmode
FROM (
    SELECT i, o, line, p, draw(o, 7, 2406) AS day, 1 + draw(i, 8, 50) AS quantity, draw(i, 9, 11) AS discount, 90000 + (p // 10) % 20001 + 100 * (p % 1000) AS price
    FROM (
        SELECT i, 7 * (i // 28) + CASE WHEN k < 1 THEN 1 WHEN k < 3 THEN 2 WHEN k < 6 THEN 3 WHEN k < 10 THEN 4 WHEN k < 15 THEN 5 WHEN k < 21 THEN 6 ELSE 7 END AS o,
               CAST(1 + k - CASE WHEN k < 1 THEN 0 WHEN k < 3 THEN 1 WHEN k < 6 THEN 3 WHEN k < 10 THEN 6 WHEN k < 15 THEN 10 WHEN k < 21 THEN 15 ELSE 21 END AS TINYINT) AS line,
               1 + draw(i, 10, getvariable('parts')) AS p
        FROM (SELECT range AS i, range % 28 AS k FROM range(CAST($rows AS BIGINT))) AS r) AS l) AS s;
