namespace ProdSales.Loading.Derived;

/// <summary>Whom a schedule line names, as they were on some day.</summary>
internal static class LineMembers
{
    /// <summary>Joins to a line <c>l</c> the versions of its customer <c>c</c> and product <c>p</c> on a day, and the customer's region <c>g</c>.</summary>
    /// <param name="day">The day, as SQL.</param>
    internal static string OfDay(string day) => $"""
        LEFT JOIN dim_customer AS any_c ON any_c.customer_key = l.customer_key
        LEFT JOIN dim_customer AS c ON c.customer_durable_key = any_c.customer_durable_key AND {day} >= c.valid_from AND {day} < c.valid_to
        LEFT JOIN dim_product AS any_p ON any_p.product_key = l.product_key
        LEFT JOIN dim_product AS p ON p.product_durable_key = any_p.product_durable_key AND {day} >= p.valid_from AND {day} < p.valid_to
        LEFT JOIN dim_region AS g ON g.region = c.region
        """;
}
