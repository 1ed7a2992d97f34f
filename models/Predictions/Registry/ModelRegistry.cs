using System.Text;
using ProdSales.Learning.Trained;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Registry;

/// <summary>The models of the warehouse: what each was trained from, what it has shown, and which one people see.</summary>
/// <remarks>A model never changes. Which one is champion is a status, changed in one transaction and kept with who decided it and why.</remarks>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives the time of decisions.</param>
public sealed class ModelRegistry(WarehouseDatabase database, TimeProvider clock)
{
    private const string Columns = """
        model_id, prediction, CAST(status AS VARCHAR), trained_at, as_of, data_versions, feature_hash, features, seed, CAST(skill AS VARCHAR), row_count, positive_count, figures, notes, sha256
        """;

    /// <summary>Lists models, the newest first.</summary>
    /// <param name="prediction">Of one prediction; null for all.</param>
    public IReadOnlyList<RegisteredModel> List(string? prediction = null)
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(
            $"SELECT {Columns} FROM prediction_model WHERE $prediction IS NULL OR prediction = $prediction ORDER BY trained_at DESC, model_id DESC");
        command.Parameters.Add(new DuckDbParameter("prediction", prediction));
        using DuckDbDataReader reader = command.ExecuteReader();
        List<RegisteredModel> models = [];
        while (reader.Read())
        {
            models.Add(Read(reader));
        }

        return models;
    }

    /// <summary>Gives the champion of a prediction; null when there is none.</summary>
    public RegisteredModel? Champion(string prediction) => List(prediction).FirstOrDefault(model => model.Status is ModelStatus.Champion);

    /// <summary>Gives the models that were champion before the present one, the last first; none where there is no champion now.</summary>
    public IReadOnlyList<RegisteredModel> EarlierChampions(string prediction)
    {
        IReadOnlyList<RegisteredModel> models = List(prediction);
        if (!models.Any(model => model.Status is ModelStatus.Champion))
        {
            return [];
        }

        using ReaderLease lease = database.Readers.Lease();
        return [.. EarlierChampions(lease.Connection, prediction).Select(id => models.Single(model => model.Id == id))];
    }

    /// <summary>Lists what was decided, the first decision first.</summary>
    /// <param name="prediction">About the models of one prediction; null for all.</param>
    public IReadOnlyList<ModelEvent> Events(string? prediction = null)
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand("""
            SELECT e.model_id, e.decided_at, CAST(e.from_status AS VARCHAR), CAST(e.to_status AS VARCHAR), e.decided_by, e.reason, e.figures
            FROM prediction_model_event AS e INNER JOIN prediction_model AS m ON m.model_id = e.model_id
            WHERE $prediction IS NULL OR m.prediction = $prediction ORDER BY e.decided_at, e.rowid
            """);
        command.Parameters.Add(new DuckDbParameter("prediction", prediction));
        using DuckDbDataReader reader = command.ExecuteReader();
        List<ModelEvent> events = [];
        while (reader.Read())
        {
            events.Add(new ModelEvent(
                reader.GetString(0),
                reader.GetFieldValue<DateTime>(1),
                reader.IsDBNull(2) ? null : StatusOf(reader.GetString(2)),
                StatusOf(reader.GetString(3)),
                reader.GetString(4),
                reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetString(6)));
        }

        return events;
    }

    /// <summary>Reads a model's bytes, which must be those that were stored.</summary>
    /// <exception cref="RegistryException">There is none of that id (<c>model-unknown</c>), or its bytes were changed or cannot be read (<c>model-bytes</c>).</exception>
    public TrainedModel Open(string id)
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand("SELECT content, sha256 FROM prediction_model WHERE model_id = $id");
        command.Parameters.Add(new DuckDbParameter("id", id));
        using DuckDbDataReader reader = command.ExecuteReader();
        if (!reader.Read())
        {
            throw Unknown(id);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(reader.GetString(0));
        if (ModelBytes.Sha256Of(bytes) != reader.GetString(1))
        {
            throw new RegistryException("model-bytes", $"The bytes of model {id} are not those that were stored: their sha-256 differs.", id);
        }

        try
        {
            return ModelBytes.Read(bytes);
        }
        catch (ModelBytesException failure)
        {
            throw new RegistryException("model-bytes", $"Model {id} cannot be read: {failure.Message}", id, failure);
        }
    }

    /// <summary>Adds a model as candidate.</summary>
    public void Add(RegisteredModel model, TrainedModel content) => Write(open =>
    {
        byte[] bytes = ModelBytes.Write(content);
        using DuckDbCommand command = open.CreateCommand("""
            INSERT INTO prediction_model VALUES ($id, $prediction, 'candidate', $trained_at, $as_of, $data_versions, $feature_hash, $features, $seed, $skill, $rows, $positives, $figures,
                $notes, $content, $sha256)
            """);
        (string Name, object? Value)[] values =
        [
            ("id", model.Id), ("prediction", model.Prediction), ("trained_at", model.TrainedAt), ("as_of", model.AsOf), ("data_versions", model.DataVersions),
            ("feature_hash", model.FeatureHash), ("features", model.Features), ("seed", model.Seed), ("skill", model.Skill), ("rows", model.Rows), ("positives", model.Positives),
            ("figures", model.Figures), ("notes", model.Notes), ("content", Encoding.UTF8.GetString(bytes)), ("sha256", ModelBytes.Sha256Of(bytes)),
        ];
        foreach ((string name, object? value) in values)
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }

        command.ExecuteNonQuery();
        Note(open, model.Id, null, ModelStatus.Candidate, "training", "trained");
    });

    /// <summary>Makes a model champion; the one before it is retired, or stays as it is when it is the same.</summary>
    /// <param name="id">The model.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RegistryException">There is none of that id: <c>model-unknown</c>.</exception>
    public void Promote(string id, string by, string reason) => Write(open => MakeChampion(open, id, by, reason));

    /// <summary>Makes a model challenger: it scores beside the champion, and the challenger before it is retired.</summary>
    /// <param name="id">The model.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RegistryException">There is none of that id: <c>model-unknown</c>.</exception>
    public void Challenge(string id, string by, string reason) => Write(open =>
    {
        string prediction = PredictionOf(open, id);
        if (Holder(open, prediction, ModelStatus.Challenger) is { } before && before != id)
        {
            Change(open, before, ModelStatus.Retired, by, reason);
        }

        Change(open, id, ModelStatus.Challenger, by, reason);
    });

    /// <summary>Retires a model: nothing is scored by it any more.</summary>
    /// <param name="id">The model.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RegistryException">There is none of that id: <c>model-unknown</c>.</exception>
    public void Retire(string id, string by, string reason) => Write(open =>
    {
        _ = PredictionOf(open, id);
        Change(open, id, ModelStatus.Retired, by, reason);
    });

    /// <summary>Takes the champion back: the one before it is champion again.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The model that is champion now.</returns>
    /// <exception cref="RegistryException">No other model was champion before: <c>no-earlier-champion</c>.</exception>
    public string Revert(string prediction, string by, string reason) => database.Writer.Write(open =>
    {
        open.TouchNothingElse();
        string before = EarlierChampions(open.Connection, prediction).FirstOrDefault()
            ?? throw new RegistryException("no-earlier-champion", $"{prediction} had no champion before the present one; nothing was changed.", prediction);
        MakeChampion(open.Connection, before, by, reason);
        return before;
    });

    /// <summary>Follows a verdict over champion and challenger, unless people have decided otherwise meanwhile.</summary>
    /// <param name="champion">The champion that was judged.</param>
    /// <param name="challenger">The challenger that was judged.</param>
    /// <param name="status">What the challenger is from now on; as challenger it waits.</param>
    /// <param name="reason">Code of the verdict.</param>
    /// <param name="figures">The verdict, as JSON.</param>
    internal void Conclude(string champion, string challenger, ModelStatus status, string reason, string figures) => Write(open =>
    {
        string prediction = PredictionOf(open, challenger);
        if (Holder(open, prediction, ModelStatus.Champion) != champion || Holder(open, prediction, ModelStatus.Challenger) != challenger)
        {
            return;
        }

        if (status is ModelStatus.Champion)
        {
            Change(open, champion, ModelStatus.Retired, Trial.ChallengerTrial.Judge, reason, figures);
        }

        Change(open, challenger, status, Trial.ChallengerTrial.Judge, reason, figures);
    });

    private void MakeChampion(DuckDbConnection open, string id, string by, string reason)
    {
        string prediction = PredictionOf(open, id);
        string? before = Holder(open, prediction, ModelStatus.Champion);
        if (before == id)
        {
            return;
        }

        if (before is not null)
        {
            Change(open, before, ModelStatus.Retired, by, reason);
        }

        Change(open, id, ModelStatus.Champion, by, reason);
    }

    private static List<string> EarlierChampions(DuckDbConnection open, string prediction)
    {
        using DuckDbCommand command = open.CreateCommand("""
            SELECT m.model_id FROM prediction_model_event AS e INNER JOIN prediction_model AS m ON m.model_id = e.model_id
            WHERE m.prediction = $prediction AND e.to_status = 'champion' AND m.status <> 'champion'
            GROUP BY m.model_id ORDER BY max(e.decided_at) DESC, max(e.rowid) DESC
            """);
        command.Parameters.Add(new DuckDbParameter("prediction", prediction));
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> ids = [];
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private static string? Holder(DuckDbConnection open, string prediction, ModelStatus status)
    {
        using DuckDbCommand command = open.CreateCommand("SELECT model_id FROM prediction_model WHERE prediction = $prediction AND CAST(status AS VARCHAR) = $status");
        command.Parameters.Add(new DuckDbParameter("prediction", prediction));
        command.Parameters.Add(new DuckDbParameter("status", Text(status)));
        return command.ExecuteScalar() as string;
    }

    private static string PredictionOf(DuckDbConnection open, string id)
    {
        using DuckDbCommand command = open.CreateCommand("SELECT prediction FROM prediction_model WHERE model_id = $id");
        command.Parameters.Add(new DuckDbParameter("id", id));
        return command.ExecuteScalar() as string ?? throw Unknown(id);
    }

    private void Change(DuckDbConnection open, string id, ModelStatus status, string by, string reason, string? figures = null)
    {
        using DuckDbCommand before = open.CreateCommand("SELECT CAST(status AS VARCHAR) FROM prediction_model WHERE model_id = $id");
        before.Parameters.Add(new DuckDbParameter("id", id));
        string held = (string)before.ExecuteScalar()!;
        using DuckDbCommand command = open.CreateCommand("UPDATE prediction_model SET status = $status WHERE model_id = $id");
        command.Parameters.Add(new DuckDbParameter("status", Text(status)));
        command.Parameters.Add(new DuckDbParameter("id", id));
        command.ExecuteNonQuery();
        Note(open, id, held, status, by, reason, figures);
    }

    private void Note(DuckDbConnection open, string id, string? from, ModelStatus to, string by, string reason, string? figures = null)
    {
        using DuckDbCommand command = open.CreateCommand("""
            INSERT INTO prediction_model_event (model_id, decided_at, from_status, to_status, decided_by, reason, figures) VALUES ($id, $at, $from, $to, $by, $reason, $figures)
            """);
        (string, object?)[] values =
            [("id", id), ("at", clock.GetUtcNow().UtcDateTime), ("from", from), ("to", Text(to)), ("by", by), ("reason", reason), ("figures", figures)];
        foreach ((string name, object? value) in values)
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }

        command.ExecuteNonQuery();
    }

    private void Write(Action<DuckDbConnection> write) => database.Writer.Write(open =>
    {
        open.TouchNothingElse();
        write(open.Connection);
    });

    private static RegistryException Unknown(string id) => new("model-unknown", $"The registry has no model {id}.", id);

    private static ModelStatus StatusOf(string text) => Enum.Parse<ModelStatus>(text, ignoreCase: true);

    private static string Text(ModelStatus status) => status.ToString().ToLowerInvariant();

    private static RegisteredModel Read(DuckDbDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), StatusOf(reader.GetString(2)), reader.GetFieldValue<DateTime>(3), reader.GetFieldValue<DateOnly>(4),
        reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetInt64(8), reader.GetString(9), reader.GetInt64(10), reader.GetInt64(11), reader.GetString(12),
        reader.GetString(13), reader.GetString(14));
}
