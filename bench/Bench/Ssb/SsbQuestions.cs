namespace ProdSales.Bench.Ssb;

/// <summary>The thirteen questions of the star-schema benchmark. A year or a week is a span of days, which is the fastest way to say it in each of the three languages.</summary>
internal static class SsbQuestions
{
    /// <summary>The questions in the order of the benchmark.</summary>
    internal static readonly SsbQuestion[] All =
    [
        new(
            "Q1.1",
            "ssb_discounted_1",
            new(new(1993, 1, 1), new(1993, 12, 31)),
            [],
            [],
            """
            SELECT sum(lo_extendedprice * lo_discount) AS amount
            FROM lineorder
            WHERE lo_orderdate BETWEEN DATE '1993-01-01' AND DATE '1993-12-31' AND lo_discount BETWEEN 1 AND 3 AND lo_quantity < 25
            """,
            "run: lineorder -> { where: lo_orderdate >= @1993-01-01 and lo_orderdate < @1994-01-01, lo_discount >= 1 and lo_discount <= 3 and lo_quantity < 25 aggregate: amount is sum(lo_extendedprice * lo_discount) }"),
        new(
            "Q1.2",
            "ssb_discounted_2",
            new(new(1994, 1, 1), new(1994, 1, 31)),
            [],
            [],
            """
            SELECT sum(lo_extendedprice * lo_discount) AS amount
            FROM lineorder
            WHERE lo_orderdate BETWEEN DATE '1994-01-01' AND DATE '1994-01-31' AND lo_discount BETWEEN 4 AND 6 AND lo_quantity BETWEEN 26 AND 35
            """,
            "run: lineorder -> { where: lo_orderdate >= @1994-01-01 and lo_orderdate < @1994-02-01, lo_discount >= 4 and lo_discount <= 6 and lo_quantity >= 26 and lo_quantity <= 35 aggregate: amount is sum(lo_extendedprice * lo_discount) }"),
        new(
            "Q1.3",
            "ssb_discounted_3",
            new(new(1994, 2, 5), new(1994, 2, 11)),
            [],
            [],
            """
            SELECT sum(lo_extendedprice * lo_discount) AS amount
            FROM lineorder
            WHERE lo_orderdate BETWEEN DATE '1994-02-05' AND DATE '1994-02-11' AND lo_discount BETWEEN 5 AND 7 AND lo_quantity BETWEEN 26 AND 35
            """,
            "run: lineorder -> { where: lo_orderdate >= @1994-02-05 and lo_orderdate < @1994-02-12, lo_discount >= 5 and lo_discount <= 7 and lo_quantity >= 26 and lo_quantity <= 35 aggregate: amount is sum(lo_extendedprice * lo_discount) }"),
        new(
            "Q2.1",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1998, 12, 31)),
            ["year", "p_brand1"],
            [("p_category", ["MFGR#12"]), ("s_region", ["AMERICA"])],
            """
            SELECT year(lo_orderdate) AS d_year, p_brand1, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN part ON p_partkey = lo_partkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE p_category = 'MFGR#12' AND s_region = 'AMERICA'
            GROUP BY ALL
            ORDER BY d_year, p_brand1
            """,
            "run: lineorder -> { where: part.p_category = 'MFGR#12', supplier.s_region = 'AMERICA' group_by: d_year is year(lo_orderdate), part.p_brand1 aggregate: amount is sum(lo_revenue) order_by: d_year, p_brand1 }"),
        new(
            "Q2.2",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1998, 12, 31)),
            ["year", "p_brand1"],
            [("p_brand1", ["MFGR#2221", "MFGR#2222", "MFGR#2223", "MFGR#2224", "MFGR#2225", "MFGR#2226", "MFGR#2227", "MFGR#2228"]), ("s_region", ["ASIA"])],
            """
            SELECT year(lo_orderdate) AS d_year, p_brand1, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN part ON p_partkey = lo_partkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE p_brand1 IN ('MFGR#2221', 'MFGR#2222', 'MFGR#2223', 'MFGR#2224', 'MFGR#2225', 'MFGR#2226', 'MFGR#2227', 'MFGR#2228') AND s_region = 'ASIA'
            GROUP BY ALL
            ORDER BY d_year, p_brand1
            """,
            "run: lineorder -> { where: part.p_brand1 ? 'MFGR#2221' | 'MFGR#2222' | 'MFGR#2223' | 'MFGR#2224' | 'MFGR#2225' | 'MFGR#2226' | 'MFGR#2227' | 'MFGR#2228', supplier.s_region = 'ASIA' group_by: d_year is year(lo_orderdate), part.p_brand1 aggregate: amount is sum(lo_revenue) order_by: d_year, p_brand1 }"),
        new(
            "Q2.3",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1998, 12, 31)),
            ["year", "p_brand1"],
            [("p_brand1", ["MFGR#2239"]), ("s_region", ["EUROPE"])],
            """
            SELECT year(lo_orderdate) AS d_year, p_brand1, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN part ON p_partkey = lo_partkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE p_brand1 = 'MFGR#2239' AND s_region = 'EUROPE'
            GROUP BY ALL
            ORDER BY d_year, p_brand1
            """,
            "run: lineorder -> { where: part.p_brand1 = 'MFGR#2239', supplier.s_region = 'EUROPE' group_by: d_year is year(lo_orderdate), part.p_brand1 aggregate: amount is sum(lo_revenue) order_by: d_year, p_brand1 }"),
        new(
            "Q3.1",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1997, 12, 31)),
            ["c_nation", "s_nation", "year"],
            [("c_region", ["ASIA"]), ("s_region", ["ASIA"])],
            """
            SELECT c_nation, s_nation, year(lo_orderdate) AS d_year, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN customer ON c_custkey = lo_custkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE lo_orderdate BETWEEN DATE '1992-01-01' AND DATE '1997-12-31' AND c_region = 'ASIA' AND s_region = 'ASIA'
            GROUP BY ALL
            ORDER BY c_nation, s_nation, d_year
            """,
            "run: lineorder -> { where: lo_orderdate >= @1992-01-01 and lo_orderdate < @1998-01-01, customer.c_region = 'ASIA', supplier.s_region = 'ASIA' group_by: customer.c_nation, supplier.s_nation, d_year is year(lo_orderdate) aggregate: amount is sum(lo_revenue) order_by: c_nation, s_nation, d_year }"),
        new(
            "Q3.2",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1997, 12, 31)),
            ["c_city", "s_city", "year"],
            [("c_nation", ["UNITED STATES"]), ("s_nation", ["UNITED STATES"])],
            """
            SELECT c_city, s_city, year(lo_orderdate) AS d_year, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN customer ON c_custkey = lo_custkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE lo_orderdate BETWEEN DATE '1992-01-01' AND DATE '1997-12-31' AND c_nation = 'UNITED STATES' AND s_nation = 'UNITED STATES'
            GROUP BY ALL
            ORDER BY c_city, s_city, d_year
            """,
            "run: lineorder -> { where: lo_orderdate >= @1992-01-01 and lo_orderdate < @1998-01-01, customer.c_nation = 'UNITED STATES', supplier.s_nation = 'UNITED STATES' group_by: customer.c_city, supplier.s_city, d_year is year(lo_orderdate) aggregate: amount is sum(lo_revenue) order_by: c_city, s_city, d_year }"),
        new(
            "Q3.3",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1997, 12, 31)),
            ["c_city", "s_city", "year"],
            [("c_city", ["UNITED KI1", "UNITED KI5"]), ("s_city", ["UNITED KI1", "UNITED KI5"])],
            """
            SELECT c_city, s_city, year(lo_orderdate) AS d_year, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN customer ON c_custkey = lo_custkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE lo_orderdate BETWEEN DATE '1992-01-01' AND DATE '1997-12-31' AND c_city IN ('UNITED KI1', 'UNITED KI5') AND s_city IN ('UNITED KI1', 'UNITED KI5')
            GROUP BY ALL
            ORDER BY c_city, s_city, d_year
            """,
            "run: lineorder -> { where: lo_orderdate >= @1992-01-01 and lo_orderdate < @1998-01-01, customer.c_city ? 'UNITED KI1' | 'UNITED KI5', supplier.s_city ? 'UNITED KI1' | 'UNITED KI5' group_by: customer.c_city, supplier.s_city, d_year is year(lo_orderdate) aggregate: amount is sum(lo_revenue) order_by: c_city, s_city, d_year }"),
        new(
            "Q3.4",
            "ssb_revenue",
            new(new(1997, 12, 1), new(1997, 12, 31)),
            ["c_city", "s_city", "year"],
            [("c_city", ["UNITED KI1", "UNITED KI5"]), ("s_city", ["UNITED KI1", "UNITED KI5"])],
            """
            SELECT c_city, s_city, year(lo_orderdate) AS d_year, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN customer ON c_custkey = lo_custkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE lo_orderdate BETWEEN DATE '1997-12-01' AND DATE '1997-12-31' AND c_city IN ('UNITED KI1', 'UNITED KI5') AND s_city IN ('UNITED KI1', 'UNITED KI5')
            GROUP BY ALL
            ORDER BY c_city, s_city, d_year
            """,
            "run: lineorder -> { where: lo_orderdate >= @1997-12-01 and lo_orderdate < @1998-01-01, customer.c_city ? 'UNITED KI1' | 'UNITED KI5', supplier.s_city ? 'UNITED KI1' | 'UNITED KI5' group_by: customer.c_city, supplier.s_city, d_year is year(lo_orderdate) aggregate: amount is sum(lo_revenue) order_by: c_city, s_city, d_year }"),
        new(
            "Q4.1",
            "ssb_profit",
            new(new(1992, 1, 1), new(1998, 12, 31)),
            ["year", "c_nation"],
            [("c_region", ["AMERICA"]), ("s_region", ["AMERICA"]), ("p_mfgr", ["MFGR#1", "MFGR#2"])],
            """
            SELECT year(lo_orderdate) AS d_year, c_nation, sum(lo_revenue - lo_supplycost) AS amount
            FROM lineorder
            INNER JOIN customer ON c_custkey = lo_custkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            INNER JOIN part ON p_partkey = lo_partkey
            WHERE c_region = 'AMERICA' AND s_region = 'AMERICA' AND p_mfgr IN ('MFGR#1', 'MFGR#2')
            GROUP BY ALL
            ORDER BY d_year, c_nation
            """,
            "run: lineorder -> { where: customer.c_region = 'AMERICA', supplier.s_region = 'AMERICA', part.p_mfgr ? 'MFGR#1' | 'MFGR#2' group_by: d_year is year(lo_orderdate), customer.c_nation aggregate: amount is sum(lo_revenue - lo_supplycost) order_by: d_year, c_nation }"),
        new(
            "Q4.2",
            "ssb_profit",
            new(new(1997, 1, 1), new(1998, 12, 31)),
            ["year", "s_nation", "p_category"],
            [("c_region", ["AMERICA"]), ("s_region", ["AMERICA"]), ("p_mfgr", ["MFGR#1", "MFGR#2"])],
            """
            SELECT year(lo_orderdate) AS d_year, s_nation, p_category, sum(lo_revenue - lo_supplycost) AS amount
            FROM lineorder
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            INNER JOIN part ON p_partkey = lo_partkey
            INNER JOIN customer ON c_custkey = lo_custkey
            WHERE lo_orderdate BETWEEN DATE '1997-01-01' AND DATE '1998-12-31' AND c_region = 'AMERICA' AND s_region = 'AMERICA' AND p_mfgr IN ('MFGR#1', 'MFGR#2')
            GROUP BY ALL
            ORDER BY d_year, s_nation, p_category
            """,
            "run: lineorder -> { where: lo_orderdate >= @1997-01-01 and lo_orderdate < @1999-01-01, customer.c_region = 'AMERICA', supplier.s_region = 'AMERICA', part.p_mfgr ? 'MFGR#1' | 'MFGR#2' group_by: d_year is year(lo_orderdate), supplier.s_nation, part.p_category aggregate: amount is sum(lo_revenue - lo_supplycost) order_by: d_year, s_nation, p_category }"),
        new(
            "Q4.3",
            "ssb_profit",
            new(new(1997, 1, 1), new(1998, 12, 31)),
            ["year", "s_city", "p_brand1"],
            [("c_region", ["AMERICA"]), ("s_nation", ["UNITED STATES"]), ("p_category", ["MFGR#14"])],
            """
            SELECT year(lo_orderdate) AS d_year, s_city, p_brand1, sum(lo_revenue - lo_supplycost) AS amount
            FROM lineorder
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            INNER JOIN part ON p_partkey = lo_partkey
            INNER JOIN customer ON c_custkey = lo_custkey
            WHERE lo_orderdate BETWEEN DATE '1997-01-01' AND DATE '1998-12-31' AND c_region = 'AMERICA' AND s_nation = 'UNITED STATES' AND p_category = 'MFGR#14'
            GROUP BY ALL
            ORDER BY d_year, s_city, p_brand1
            """,
            "run: lineorder -> { where: lo_orderdate >= @1997-01-01 and lo_orderdate < @1999-01-01, customer.c_region = 'AMERICA', supplier.s_nation = 'UNITED STATES', part.p_category = 'MFGR#14' group_by: d_year is year(lo_orderdate), supplier.s_city, part.p_brand1 aggregate: amount is sum(lo_revenue - lo_supplycost) order_by: d_year, s_city, p_brand1 }"),
    ];

    /// <summary>Joins to dimensions that no condition narrows, and what a question costs that reads no row.</summary>
    internal static readonly SsbQuestion[] Beside =
    [
        new(
            "category",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1998, 12, 31)),
            ["p_category"],
            [],
            """
            SELECT p_category, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN part ON p_partkey = lo_partkey
            GROUP BY ALL
            ORDER BY p_category
            """,
            "run: lineorder -> { group_by: part.p_category aggregate: amount is sum(lo_revenue) order_by: p_category }"),
        new(
            "both nations",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1998, 12, 31)),
            ["c_nation", "s_nation"],
            [],
            """
            SELECT c_nation, s_nation, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN customer ON c_custkey = lo_custkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            GROUP BY ALL
            ORDER BY c_nation, s_nation
            """,
            "run: lineorder -> { group_by: customer.c_nation, supplier.s_nation aggregate: amount is sum(lo_revenue) order_by: c_nation, s_nation }"),
        new(
            "brand, year",
            "ssb_revenue",
            new(new(1992, 1, 1), new(1998, 12, 31)),
            ["year", "p_brand1"],
            [],
            """
            SELECT year(lo_orderdate) AS d_year, p_brand1, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN part ON p_partkey = lo_partkey
            GROUP BY ALL
            ORDER BY d_year, p_brand1
            """,
            "run: lineorder -> { group_by: d_year is year(lo_orderdate), part.p_brand1 aggregate: amount is sum(lo_revenue) order_by: d_year, p_brand1 }"),
        new(
            "no row: Q2.1 in 1991",
            "ssb_revenue",
            new(new(1991, 1, 1), new(1991, 12, 31)),
            ["year", "p_brand1"],
            [("p_category", ["MFGR#12"]), ("s_region", ["AMERICA"])],
            """
            SELECT year(lo_orderdate) AS d_year, p_brand1, sum(lo_revenue) AS amount
            FROM lineorder
            INNER JOIN part ON p_partkey = lo_partkey
            INNER JOIN supplier ON s_suppkey = lo_suppkey
            WHERE lo_orderdate BETWEEN DATE '1991-01-01' AND DATE '1991-12-31' AND p_category = 'MFGR#12' AND s_region = 'AMERICA'
            GROUP BY ALL
            ORDER BY d_year, p_brand1
            """,
            "run: lineorder -> { where: lo_orderdate >= @1991-01-01 and lo_orderdate < @1992-01-01, part.p_category = 'MFGR#12', supplier.s_region = 'AMERICA' group_by: d_year is year(lo_orderdate), part.p_brand1 aggregate: amount is sum(lo_revenue) order_by: d_year, p_brand1 }"),
    ];
}
