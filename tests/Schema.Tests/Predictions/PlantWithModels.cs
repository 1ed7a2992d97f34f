using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Trained;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Trial;
using ProdSales.SchemaTests.Answers;

namespace ProdSales.SchemaTests.Predictions;

/// <summary>The small plant with two models, a decision of a person and one of a trial, a run under way, and a score of each opportunity.</summary>
public sealed class PlantWithModels : IDisposable
{
    private static readonly Training Trained = new(
        Skill.Good, 400, 100, "in-time", 5, MetricSet.Of([.9, .8, .3, .1], [true, false, true, false]), new Interval(.6, .9), new Interval(.4, .7), .05, .01, .5,
        [new CalibrationBin(300, .1, .12), new CalibrationBin(100, .7, .66)], 42, new Dictionary<string, string>());

    private static readonly TrialVerdict Verdict = new(
        TrialDecision.Wait, "no-difference", 1, new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 28), 200, 40, 60, .51, .5, -.01, -.03, .01, double.NaN, .71);

    internal ServedPlant Plant { get; } = new($$$"""
        INSERT INTO prediction_model
        SELECT 'win_90-' || n, 'win_90', status::model_status, TIMESTAMP '2025-09-30 06:00:00', DATE '2025-09-30', '{"fact_ticket":7}', 'f', '[{"Name":"age","Kind":"Number"}]', 42, 'good',
          400, 100, '{{{RegisteredModel.TextOf(Trained)}}}', '[{"Code":"few-labels","Facts":{}}]', '{}', 's' || n
        FROM (VALUES (1, 'champion'), (2, 'challenger')) AS t (n, status);
        INSERT INTO prediction_model_event VALUES
          ('win_90-1', TIMESTAMP '2025-09-30 06:00:00', 'candidate', 'champion', 'wang', 'the first', NULL),
          ('win_90-2', TIMESTAMP '2025-09-30 07:00:00', 'challenger', 'challenger', 'trial', 'no-difference', '{{{ChallengerTrial.TextOf(Verdict)}}}');
        INSERT INTO model_run VALUES (1, 'train', 'win_90', 'schedule', TIMESTAMP '2025-09-30 06:00:00', TIMESTAMP '2025-09-30 06:00:01', NULL, 'running', NULL, '{"day":"2025-09-30"}');
        DELETE FROM fact_score;
        INSERT INTO fact_score BY NAME
        SELECT source_key, 'S' || source_id AS source_id, 1 AS version, 1 AS batch_id, DATE '2025-09-01' AS scored_date, 'win_90' AS prediction, 'win_90-1' AS model_id, 'champion' AS model_role, 'good' AS skill,
          'opportunity' AS subject_type, source_id AS subject_id, customer_key, 0 AS product_key, owner_key, 0 AS organisation_key, 90 AS horizon_days, 0.4 AS probability, 0.25 AS base_rate, region_key,
          CASE WHEN hash(source_id) % 2 = 0 THEN DATE '2025-09-02' + CAST(hash(source_id) % 90 AS INTEGER) END AS expected_date, CASE WHEN hash(source_id) % 2 = 1 THEN 'unlikely' END AS no_date_reason
        FROM fact_opportunity;
        INSERT INTO fact_score_reason BY NAME
        SELECT source_key, source_id || r.place AS source_id, 1 AS version, 1 AS batch_id, scored_date, source_id AS score_id, customer_key, owner_key, region_key, r.* FROM fact_score,
          (VALUES (1, 'raises', 'demos', '2', 0.5), (1, 'lowers', 'days_since_activity', NULL, -0.9)) AS r (place, direction, feature, feature_value, contribution)
        """);

    public void Dispose() => Plant.Dispose();
}
