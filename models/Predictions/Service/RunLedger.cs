using System.Text.Json;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Service;

/// <summary>The runs of a warehouse, in a table of it: what was asked, is under way, and came of it.</summary>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives the times.</param>
public sealed class RunLedger(WarehouseDatabase database, TimeProvider clock)
{
    private const string Columns = "run_id, kind, prediction, asked_by, asked_at, started_at, ended_at, outcome, code, facts";

    /// <summary>Lists runs, the newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="prediction">Of one prediction; null for all.</param>
    public IReadOnlyList<ModelRun> List(int most, string? prediction = null)
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(
            $"SELECT {Columns} FROM model_run WHERE $prediction IS NULL OR prediction = $prediction ORDER BY run_id DESC LIMIT $most");
        command.Parameters.Add(new DuckDbParameter("prediction", prediction));
        command.Parameters.Add(new DuckDbParameter("most", most));
        return Read(command);
    }

    /// <summary>Gives the last run of each kind and prediction that has ended or is under way.</summary>
    public IReadOnlyList<ModelRun> Last()
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(
            $"SELECT {Columns} FROM model_run WHERE started_at IS NOT NULL QUALIFY row_number() OVER (PARTITION BY kind, prediction ORDER BY run_id DESC) = 1 ORDER BY run_id");
        return Read(command);
    }

    /// <summary>Gives the runs that wait, the first asked first.</summary>
    public IReadOnlyList<ModelRun> Queued()
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand($"SELECT {Columns} FROM model_run WHERE outcome = 'queued' ORDER BY run_id");
        return Read(command);
    }

    /// <summary>Notes that a run is wanted; one that waits already is not asked for twice.</summary>
    /// <returns>The run that waits.</returns>
    public ModelRun Ask(RunKind kind, string prediction, string by) => Write(open =>
    {
        using DuckDbCommand waiting = open.CreateCommand($"SELECT {Columns} FROM model_run WHERE outcome = 'queued' AND kind = $kind AND prediction = $prediction");
        Bind(waiting, ("kind", Text(kind)), ("prediction", prediction));
        if (Read(waiting) is [var run, ..])
        {
            return run;
        }

        using DuckDbCommand command = open.CreateCommand($"""
            INSERT INTO model_run ({Columns})
            SELECT coalesce(max(run_id), 0) + 1, $kind, $prediction, $by, $at, NULL, NULL, 'queued', NULL, '{"{}"}' FROM model_run RETURNING {Columns}
            """);
        Bind(command, ("kind", Text(kind)), ("prediction", prediction), ("by", by), ("at", Now));
        return Read(command)[0];
    });

    /// <summary>Notes that a run begins; steps are done one at a time, so one that still seems under way was cut short.</summary>
    public ModelRun Begin(ModelRun run) => Write(open =>
    {
        using DuckDbCommand stale = open.CreateCommand("UPDATE model_run SET ended_at = $at, outcome = 'interrupted' WHERE outcome = 'running'");
        Bind(stale, ("at", Now));
        stale.ExecuteNonQuery();
        using DuckDbCommand command = open.CreateCommand($"UPDATE model_run SET started_at = $at, outcome = 'running' WHERE run_id = $id RETURNING {Columns}");
        Bind(command, ("at", Now), ("id", run.Id));
        return Read(command)[0];
    });

    /// <summary>Notes what came of a run.</summary>
    public ModelRun End(ModelRun run, RunOutcome outcome, string? code, IReadOnlyDictionary<string, object> facts) => Write(open =>
    {
        using DuckDbCommand command = open.CreateCommand(
            $"UPDATE model_run SET ended_at = $at, outcome = $outcome, code = $code, facts = $facts WHERE run_id = $id RETURNING {Columns}");
        Bind(command, ("at", Now), ("outcome", Text(outcome)), ("code", code), ("facts", JsonSerializer.Serialize(facts)), ("id", run.Id));
        return Read(command)[0];
    });

    /// <summary>Ends what a server that is gone has left under way, and what waited for it.</summary>
    public void CloseInterrupted() => Write(open =>
    {
        using DuckDbCommand command = open.CreateCommand("UPDATE model_run SET ended_at = $at, outcome = 'interrupted' WHERE ended_at IS NULL");
        Bind(command, ("at", Now));
        return command.ExecuteNonQuery();
    });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private T Write<T>(Func<DuckDbConnection, T> write) => database.Writer.Write(open =>
    {
        open.TouchNothingElse();
        return write(open.Connection);
    });

    private static void Bind(DuckDbCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach ((string name, object? value) in values)
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }
    }

    private static List<ModelRun> Read(DuckDbCommand command)
    {
        using DuckDbDataReader reader = command.ExecuteReader();
        List<ModelRun> runs = [];
        while (reader.Read())
        {
            runs.Add(new ModelRun(
                reader.GetInt64(0),
                Enum.Parse<RunKind>(reader.GetString(1), ignoreCase: true),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetFieldValue<DateTime>(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTime>(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTime>(6),
                Enum.Parse<RunOutcome>(reader.GetString(7), ignoreCase: true),
                reader.IsDBNull(8) ? null : reader.GetString(8),
                reader.GetString(9)));
        }

        return runs;
    }

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
