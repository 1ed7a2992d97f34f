using System.Globalization;
using ProdSales.Simulation;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Explain.Seeds;

/// <summary>Customers who leave share no attribute, so no segment holds them; the health score of the last month is what shows them.</summary>
internal static class LeavingCustomers
{
    private const double MostOthers = 0.1;

    /// <summary>Right when all who leave score below 60, the limit of the measure of customers at risk, and of the others fewer than a tenth.</summary>
    internal static SeedAnswer Ask(Truth truth, DuckDbConnection star)
    {
        HashSet<string> leaving = [.. truth.LeavingCustomers?.CustomerIds ?? []];
        using DuckDbCommand command = star.CreateCommand(
            """
            SELECT c.customer_id, h.score < 60
            FROM fact_customer_health AS h INNER JOIN dim_customer AS c USING (customer_key)
            WHERE h.month = $month AND c.is_active AND h.score IS NOT NULL
            """);
        command.Parameters.Add("month", truth.Options.LastDay.AddDays(1 - truth.Options.LastDay.Day));
        using DuckDbDataReader reader = command.ExecuteReader();
        int found = 0;
        int others = 0;
        int customers = 0;
        while (reader.Read())
        {
            bool isLeaving = leaving.Contains(reader.GetString(0));
            bool isAtRisk = reader.GetBoolean(1);
            found += isLeaving && isAtRisk ? 1 : 0;
            others += !isLeaving && isAtRisk ? 1 : 0;
            customers++;
        }

        string told = string.Create(CultureInfo.InvariantCulture, $"{found} of {leaving.Count} who leave and {others} of {customers - leaving.Count} others below 60");
        bool isRight = found == leaving.Count && others < MostOthers * (customers - leaving.Count);
        return new SeedAnswer("leaving customers (health score below 60)", truth.Options, isRight, "all who leave, and few others", told);
    }
}
