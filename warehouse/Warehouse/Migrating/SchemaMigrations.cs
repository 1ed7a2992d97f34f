using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Writing;

namespace ProdSales.Warehouse.Migrating;

/// <summary>Brings the schema of a warehouse to that of this program.</summary>
/// <remarks>
/// The table <c>schema_migration</c> keeps what was applied. Each migration is one transaction and is followed by a checkpoint,
/// so that no change of the schema has to be replayed from the log.
/// </remarks>
public static class SchemaMigrations
{
    private const string Table = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number     INTEGER NOT NULL,
            name       VARCHAR NOT NULL,
            sha256     VARCHAR NOT NULL,
            applied_at TIMESTAMP NOT NULL
        )
        """;

    /// <summary>Applies the migrations that a warehouse does not have yet.</summary>
    /// <param name="database">The warehouse.</param>
    /// <param name="migrations">All migrations in order, numbered from 1 without gaps; null for those of the warehouse.</param>
    /// <param name="cancellationToken">Ends it between two migrations.</param>
    /// <returns>Those that were applied now, in order; empty when the warehouse was current.</returns>
    /// <exception cref="ArgumentException">The migrations are not numbered from 1 without gaps.</exception>
    /// <exception cref="WarehouseException">
    /// The warehouse has a migration that this program does not have or has with another text (<see cref="WarehouseErrorKind.Schema"/>), or one failed:
    /// those before it stay applied, nothing of it does.
    /// </exception>
    public static IReadOnlyList<Migration> Apply(
        WarehouseDatabase database, IReadOnlyList<Migration>? migrations = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Migration> wanted = migrations ?? Migration.OfWarehouse();
        RequireDense(wanted);
        List<(int Number, string Name, string Sha256)> applied = database.Writer.Write(Applied, cancellationToken);
        applied.ForEach(a => RequireSame(database, wanted, a));
        Migration[] missing = [.. wanted.Where(m => applied.TrueForAll(a => a.Number != m.Number))];
        foreach (Migration migration in missing)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ApplyOne(database, migration);
            database.Maintenance.CheckpointAsync(cancellationToken).GetAwaiter().GetResult();
        }

        return missing;
    }

    private static List<(int Number, string Name, string Sha256)> Applied(WarehouseTransaction transaction)
    {
        transaction.Connection.Execute(Table);
        using DuckDbCommand command = transaction.Connection.CreateCommand("SELECT number, name, sha256 FROM schema_migration ORDER BY number");
        using DuckDbDataReader reader = command.ExecuteReader();
        var applied = new List<(int, string, string)>();
        while (reader.Read())
        {
            applied.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        }

        return applied;
    }

    private static void ApplyOne(WarehouseDatabase database, Migration migration)
    {
        try
        {
            database.Writer.Write(t =>
            {
                t.Connection.Execute(migration.Sql);
                using DuckDbCommand record = t.Connection.CreateCommand("INSERT INTO schema_migration VALUES ($number, $name, $sha256, $applied_at)");
                record.Parameters.Add("number", migration.Number);
                record.Parameters.Add("name", migration.Name);
                record.Parameters.Add("sha256", migration.Sha256);
                record.Parameters.Add("applied_at", database.Clock.GetUtcNow().UtcDateTime);
                record.ExecuteNonQuery();
            });
        }
        catch (WarehouseException error)
        {
            throw new WarehouseException($"Migration {migration} failed: {error.Message}", error.Sql, error.IsTransient, error.Kind, error);
        }
    }

    private static void RequireDense(IReadOnlyList<Migration> migrations)
    {
        for (int i = 0; i < migrations.Count; i++)
        {
            if (migrations[i].Number != i + 1)
            {
                throw new ArgumentException($"Migration {migrations[i]} stands at place {i + 1}: migrations are numbered from 1 without gaps.", nameof(migrations));
            }
        }
    }

    private static void RequireSame(WarehouseDatabase database, IReadOnlyList<Migration> wanted, (int Number, string Name, string Sha256) applied)
    {
        Migration? known = wanted.FirstOrDefault(m => m.Number == applied.Number);
        string? difference = known switch
        {
            null => $"this program knows only {wanted.Count}; a newer program has written the file",
            _ when known.Sha256 != applied.Sha256 => $"its text differs from {known} of this program; a migration that was released never changes",
            _ => null,
        };
        if (difference is not null)
        {
            throw new WarehouseException($"{database.Path} has migration {applied.Number:D4}_{applied.Name}, but {difference}.", kind: WarehouseErrorKind.Schema);
        }
    }
}
