using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Crossing;

/// <summary>Failures against satisfaction by option: a machine counts under each of its options on both sides, against SQL written by hand.</summary>
public sealed class OptionCrossTests : IClassFixture<SmallPlantFixture>
{
    private readonly SmallPlantFixture _plant;

    public OptionCrossTests(SmallPlantFixture plant)
    {
        _plant = plant;
        plant.Connection.Execute(
            """
            DELETE FROM dim_device WHERE device_key > 0;
            INSERT INTO dim_device BY NAME
            SELECT CAST(k AS INTEGER) AS device_key, CAST(k AS INTEGER) AS device_durable_key, 1 AS source_key, concat('M', k) AS device_id, 1 AS batch_id, DATE '0001-01-01' AS valid_from,
                   DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred, 0 AS product_durable_key, 0 AS customer_durable_key, CAST(CASE WHEN k < 5 THEN k ELSE 0 END AS INTEGER) AS configuration_durable_key
            FROM range(1, 7) AS r(k);
            UPDATE fact_survey SET device_key = CAST(hash(source_id, 'dev') % 7 AS INTEGER);
            UPDATE fact_device_month SET device_key = CAST(hash(source_id, 'dev') % 7 AS INTEGER), configuration_key = CAST(CASE WHEN hash(source_id, 'dev') % 7 < 5 THEN hash(source_id, 'dev') % 7 ELSE 0 END AS INTEGER);
            """);
    }

    [Fact]
    public void Cells_are_the_options_with_what_their_machines_failed_and_their_users_said()
    {
        Cross cross = ModelReader.Shipped.Crosses.Single(known => known.Name == "failures_and_satisfaction");
        CrossAnswer answer = Crosser.Answer(
            ModelReader.Shipped,
            new CrossRequest
            {
                Cross = cross,
                By = ModelReader.Shipped.Dimension("configuration_option"),
                Period = new Period(new(2024, 1, 1), new(2025, 12, 31)),
                AsOf = new DateOnly(2026, 1, 1),
            },
            _plant.Connection).Answer!;
        const string byHand =
            """
            WITH option AS (
              SELECT k.configuration_key, concat(k.option_group, ': ', k.option_value) AS name FROM fact_configuration_option AS k
              UNION ALL
              SELECT 0 AS configuration_key, NULL AS name
            ), machine AS (
              SELECT d.device_key, o.name FROM dim_device AS d JOIN option AS o ON o.configuration_key = coalesce(d.configuration_durable_key, 0)
            ), failed AS (
              SELECT m.name, 100.0 * sum(f.failures) / count(*) AS x FROM fact_device_month AS f JOIN machine AS m USING (device_key) WHERE f.month BETWEEN '2024-01-01' AND '2025-12-31' GROUP BY m.name
            ), said AS (
              SELECT m.name, count(*) FILTER (WHERE s.csat >= 4) / count(s.csat) AS y FROM fact_survey AS s JOIN machine AS m USING (device_key) WHERE s.answered_date BETWEEN '2024-01-01' AND '2025-12-31' GROUP BY m.name
            )
            SELECT f.name, f.x, s.y FROM failed AS f JOIN said AS s ON s.name IS NOT DISTINCT FROM f.name
            """;

        Assert.Equal(
            ResultRows.Read(_plant.Connection, byHand).Select(row => $"{row[0]}: {Rounded(row[1])}, {Rounded(row[2])}").Order(StringComparer.Ordinal),
            answer.Cells.Select(cell => $"{cell.Name ?? "null"}: {Rounded(cell.X)}, {Rounded(cell.Y)}").Order(StringComparer.Ordinal));
        Assert.True(answer.Cells.Count > 4);
    }

    private static string Rounded(string number) => Rounded(double.Parse(number, CultureInfo.InvariantCulture));

    private static string Rounded(double number) => number.ToString("G9", CultureInfo.InvariantCulture);
}
