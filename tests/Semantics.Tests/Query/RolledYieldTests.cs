using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.Query;

/// <summary>A product over steps is multiplied in the order of the steps: the same bytes at every run.</summary>
public sealed class RolledYieldTests
{
    [Fact]
    public void Yields_are_multiplied_in_the_order_of_their_steps_to_the_last_bit()
    {
        using SmallPlantFixture plant = new();
        plant.Connection.Execute("UPDATE fact_operation_report SET operation_name = 'step ' || hash(source_id) % 25, good_quantity = 50 + hash(source_id) % 10, scrapped_quantity = hash(source_id) % 3");

        double[] yields = [.. Ask(plant.Connection, "first_pass_yield", "operation").OrderBy(row => row.Step, StringComparer.Ordinal).Select(row => row.Value)];

        Assert.True(yields.Length > 15, $"Only {yields.Length} steps have a yield.");
        Assert.Equal(yields.Aggregate(1.0, (product, yield) => product * yield), Assert.Single(Ask(plant.Connection, "rolled_throughput_yield", null)).Value);
    }

    private static List<(string? Step, double Value)> Ask(DuckDbConnection connection, string measure, string? by)
    {
        Subject subject = ModelReader.Shipped.Subject("operations")!;
        Dimension? dimension = by is null ? null : subject.Dimension(by);
        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(new MetricQuery
        {
            Subject = subject,
            Period = new(new(2024, 1, 1), new(2025, 12, 31)),
            AsOf = new(2026, 1, 1),
            Cuts = [new CutRequest { Dimension = dimension, Measures = [new(subject.Measure(measure)!)], Fields = dimension is null ? [] : [new(dimension, false)] }],
        }));
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<(string?, double)> rows = [];
        while (reader.Read())
        {
            if (!reader.IsDBNull(statement.Position(measure)))
            {
                rows.Add((by is null || reader.IsDBNull(statement.Position(by)) ? null : reader.GetString(statement.Position(by)), reader.GetDouble(statement.Position(measure))));
            }
        }

        return rows;
    }
}
