using ProdSales.Support;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Tests.Migrating;

public sealed class SchemaMigrationTests : IDisposable
{
    private static readonly Migration One = new("0001_sale.sql", "CREATE TABLE sale (id BIGINT);\nINSERT INTO sale VALUES (1);");
    private static readonly Migration Two = new("0002_visit.sql", "CREATE TABLE visit AS SELECT * FROM sale;");

    private readonly TemporaryFolder _folder = new();
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 11, 21, 18, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_migrations_are_applied_once_in_order_and_recorded_with_their_hash_and_time()
    {
        using (WarehouseDatabase database = Open())
        {
            Assert.Equal([One], SchemaMigrations.Apply(database, [One]));
        }

        using WarehouseDatabase again = Open();
        Assert.Equal([Two], SchemaMigrations.Apply(again, [One, Two]));
        Assert.Empty(SchemaMigrations.Apply(again, [One, Two]));

        Assert.Equal(1L, Read(again, "SELECT count(*) FROM visit"));
        Assert.Equal(
            $"1 sale {One.Sha256} 2026-11-21 18:00:00, 2 visit {Two.Sha256} 2026-11-21 18:00:00",
            Read(again, "SELECT string_agg(number || ' ' || name || ' ' || sha256 || ' ' || applied_at, ', ' ORDER BY number) FROM schema_migration"));
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_of_itself_and_is_named()
    {
        using WarehouseDatabase database = Open();
        var broken = new Migration("0002_visit.sql", "CREATE TABLE visit (id BIGINT); CREATE TABLE visit (id BIGINT);");

        WarehouseException error = Assert.Throws<WarehouseException>(() => SchemaMigrations.Apply(database, [One, broken]));

        Assert.StartsWith("Migration 0002_visit failed: Catalog Error", error.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Read(database, "SELECT count(*) FROM schema_migration"));
        Assert.Equal([Two], SchemaMigrations.Apply(database, [One, Two]));
    }

    [Fact]
    public void A_migration_that_was_changed_after_it_was_applied_is_refused()
    {
        using WarehouseDatabase database = Open();
        SchemaMigrations.Apply(database, [One]);

        WarehouseException error = Assert.Throws<WarehouseException>(() => SchemaMigrations.Apply(database, [new Migration("0001_sale.sql", One.Sql + "\n-- changed"), Two]));

        Assert.Equal(WarehouseErrorKind.Schema, error.Kind);
        Assert.Contains("0001_sale", error.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Read(database, "SELECT count(*) FROM schema_migration"));
    }

    [Fact]
    public void A_warehouse_of_a_newer_program_is_refused()
    {
        using WarehouseDatabase database = Open();
        SchemaMigrations.Apply(database, [One, Two]);

        WarehouseException error = Assert.Throws<WarehouseException>(() => SchemaMigrations.Apply(database, [One]));

        Assert.Equal(WarehouseErrorKind.Schema, error.Kind);
        Assert.Contains("0002_visit", error.Message, StringComparison.Ordinal);
        Assert.Contains("newer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_in_the_numbers_and_a_name_of_another_form_are_mistakes_of_the_program()
    {
        using WarehouseDatabase database = Open();

        Assert.Throws<ArgumentException>(() => SchemaMigrations.Apply(database, [Two]));
        Assert.Throws<ArgumentException>(() => new Migration("1_sale.sql", ""));
        Assert.Throws<ArgumentException>(() => new Migration("0001_Sale.sql", ""));
    }

    [Fact]
    public void The_hash_does_not_depend_on_line_ends() =>
        Assert.Equal(One.Sha256, new Migration("0001_sale.sql", One.Sql.Replace("\n", "\r\n", StringComparison.Ordinal)).Sha256);

    [Fact]
    public void Nothing_of_the_schema_is_left_in_the_log()
    {
        using WarehouseDatabase database = Open();
        SchemaMigrations.Apply(database, [One, Two]);

        Assert.True(!File.Exists(database.Path + ".wal") || new FileInfo(database.Path + ".wal").Length == 0);
    }

    [Fact]
    public void The_migrations_of_the_warehouse_pass_on_an_empty_file_and_survive_its_reopening()
    {
        object? tables;
        using (WarehouseDatabase database = Open())
        {
            Assert.NotEmpty(SchemaMigrations.Apply(database));
            tables = Read(database, "SELECT count(*) FROM duckdb_tables()");
        }

        using WarehouseDatabase again = Open();
        Assert.Empty(SchemaMigrations.Apply(again));
        Assert.Equal(tables, Read(again, "SELECT count(*) FROM duckdb_tables()"));
    }

    private static object? Read(WarehouseDatabase database, string sql)
    {
        using ReaderLease lease = database.Readers.Lease();
        return lease.Connection.Scalar(sql);
    }

    private WarehouseDatabase Open() => WarehouseDatabase.Open(_folder.File("sales.duckdb"), clock: _clock);
}
