using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.Predictions.Definition;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Reads what the serving model last said of one subject, if the asker may see the row.</summary>
internal sealed class ScoreQuestion(SemanticModel model, ReaderPool readers, TimeProvider clock)
{
    private const string Table = "fact_score";

    // Subjects whose rows are scores themselves: each sees its own kind of thing, and its rows are told apart like those of any number.
    private readonly Fact[] _facts = [.. model.Subjects.SelectMany(subject => subject.Facts).Where(fact => fact is { Tables: [Table], AsksForDay: false }).DistinctBy(fact => fact.Relation)];

    internal async Task<object?> AnswerAsync(FieldContext context)
    {
        string name = context.Arguments.Value<string>("prediction")!;
        object? state = context.Operation.State;
        SecurityScope scope = Caller.Of(state).Scope;
        if (PredictionCatalogue.Find(name) is not { } prediction)
        {
            return Refusal.NoSuchPrediction(name, PredictionCatalogue.All.Select(known => known.Name)).ErrorFor(state);
        }

        if (scope.MaskedColumns.Contains($"{Table}.probability"))
        {
            return Refusal.ScoresMasked().ErrorFor(state);
        }

        DateOnly on = context.Arguments.TryGet("on", out DateOnly? day) ? day.Value : DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        Asked asked = new(prediction, context.Arguments.Value<string>("subject")!, context.Arguments.Value<string>("sourceSystem"), on);
        return await readers.ReadAsync((connection, token) => Read(connection, asked, scope, token), context.CancellationToken).ConfigureAwait(false);
    }

    private SubjectScore? Read(DuckDbConnection connection, Asked asked, SecurityScope scope, CancellationToken token)
    {
        foreach (Fact fact in _facts.Where(fact => scope.Unreached(fact) is null))
        {
            if (Score(connection, fact, asked, scope, token) is { } score)
            {
                return score with { Reasons = Reasons(connection, score, asked.Prediction, scope, token) };
            }
        }

        return null;
    }

    private static SubjectScore? Score(DuckDbConnection connection, Fact fact, Asked asked, SecurityScope scope, CancellationToken token)
    {
        (string rows, IReadOnlyDictionary<string, object> parameters) = ScopeSql.Rows(scope, fact);
        using DuckDbCommand command = connection.CreateCommand($"""
            SELECT s.source_key, s.source_id, y.source_system, s.scored_date, s.model_id, CAST(s.skill AS VARCHAR), s.probability, s.base_rate, s.stated_probability, s.subject_id, s.expected_date,
              CAST(s.no_date_reason AS VARCHAR)
            FROM (SELECT f.* FROM {rows}) AS s INNER JOIN dim_source_system AS y ON y.source_key = s.source_key
            WHERE s.subject_type = $asked_type AND s.subject_id = $asked_subject AND s.prediction = $asked_prediction AND s.scored_date <= $asked_day
              AND ($asked_source IS NULL OR y.source_system = $asked_source)
            ORDER BY s.scored_date DESC, s.recorded_at DESC, s.source_id LIMIT 1
            """);
        (string, object?)[] values =
        [
            ("asked_type", asked.Prediction.Definition.SubjectType), ("asked_subject", asked.Subject), ("asked_prediction", asked.Prediction.Name), ("asked_day", asked.On), ("asked_source", asked.SourceSystem),
            .. parameters.Select(pair => (pair.Key, (object?)pair.Value)),
        ];
        foreach ((string name, object? value) in values)
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }

        using DuckDbDataReader reader = command.ExecuteReader(token);
        return reader.Read()
            ? new SubjectScore(
                reader.GetInt16(0), reader.GetString(1), asked.Prediction, reader.GetString(9), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), reader.GetString(4), reader.GetString(5),
                reader.GetDouble(6), reader.IsDBNull(7) ? null : reader.GetDouble(7), reader.IsDBNull(8) ? null : reader.GetDouble(8),
                reader.IsDBNull(10) ? null : reader.GetFieldValue<DateOnly>(10), reader.IsDBNull(11) ? null : reader.GetString(11), [])
            : null;
    }

    // A reason is seen with its score; its value is not where it is a member of a dimension that the asker may not see.
    private List<ScoreReason> Reasons(DuckDbConnection connection, SubjectScore score, Prediction prediction, SecurityScope scope, CancellationToken token)
    {
        using DuckDbCommand command = connection.CreateCommand("""
            SELECT place, CAST(direction AS VARCHAR), feature, feature_value, contribution FROM fact_score_reason
            WHERE source_key = $source AND score_id = $score ORDER BY abs(contribution) DESC, feature
            """);
        command.Parameters.Add(new DuckDbParameter("source", score.SourceKey));
        command.Parameters.Add(new DuckDbParameter("score", score.SourceId));
        using DuckDbDataReader reader = command.ExecuteReader(token);
        List<ScoreReason> reasons = [];
        while (reader.Read())
        {
            string feature = reader.GetString(2);
            bool isMasked = model.Dimension(feature) is { } dimension && scope.Masks(dimension);
            reasons.Add(new ScoreReason(
                prediction, (int)reader.GetInt64(0), reader.GetString(1) == "raises", feature, isMasked || reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetDouble(4)));
        }

        return reasons;
    }

    private sealed record Asked(Prediction Prediction, string Subject, string? SourceSystem, DateOnly On);
}
