using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Derived;

/// <summary>One component of customer health, as the warehouse's table weighs it.</summary>
internal sealed record HealthComponent(string Name, double Weight, double Worst, double Best)
{
    /// <summary>Gets the SQL of the component's score from 0 to 1; NULL when nothing is known of it.</summary>
    internal string Score => string.Create(
        CultureInfo.InvariantCulture, $"greatest(0.0, least(1.0, ({Name} - CAST({Worst} AS DOUBLE)) / CAST({Best - Worst} AS DOUBLE))) + 0 * {Name}");

    /// <summary>Gets the SQL of the weight that the component carries in a row.</summary>
    internal string KnownWeight => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {Name} IS NULL THEN 0 ELSE {Weight} END");

    /// <summary>Reads the components.</summary>
    internal static List<HealthComponent> All(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT component, weight, worst, best FROM health_component ORDER BY component");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<HealthComponent> all = [];
        while (reader.Read())
        {
            all.Add(new HealthComponent(reader.GetString(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3)));
        }

        return all;
    }
}
