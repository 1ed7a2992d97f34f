using System.Globalization;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Tests.Database;

[Trait("Speed", "Slow")]
public sealed class SecondProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_another_process_holds_is_refused_with_the_number_of_that_process()
    {
        string file = _folder.File("a.duckdb");
        using (SecondProcess other = SecondProcess.Start("hold", file))
        {
            WarehouseException error = Assert.Throws<WarehouseException>(() => WarehouseDatabase.Open(file));

            Assert.Equal(WarehouseErrorKind.Locked, error.Kind);
            Assert.Contains($"PID {other.Id.ToString(CultureInfo.InvariantCulture)}", error.Message, StringComparison.Ordinal);
        }

        WarehouseDatabase.Open(file).Dispose();
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_writes_leaves_every_acknowledged_batch_and_no_half_one()
    {
        string file = _folder.File("a.duckdb");
        for (int round = 1; round <= 5; round++)
        {
            int acknowledged = KillAfter(file, lines: round * 3);

            using WarehouseDatabase database = WarehouseDatabase.Open(file);
            (long batches, long torn) = await database.Readers.ReadAsync((c, _) => WholeAndTorn(c));

            Assert.Equal(0, torn);
            Assert.InRange(batches, acknowledged, acknowledged + 1);
        }
    }

    private static int KillAfter(string file, int lines)
    {
        using SecondProcess writer = SecondProcess.Start("write", file);
        int last = 0;
        for (int line = 0; line < lines; line++)
        {
            last = int.Parse(writer.NextLine()!, CultureInfo.InvariantCulture);
        }

        writer.Kill();
        while (writer.NextLine() is { } more)
        {
            last = int.Parse(more, CultureInfo.InvariantCulture);
        }

        return last;
    }

    private static (long Batches, long Torn) WholeAndTorn(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand(
            "SELECT count(*), count(*) FILTER (c <> 500) FROM (SELECT batch, count(*) AS c FROM t GROUP BY batch)");
        using DuckDbDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
