using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Selection;
using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using ProdSales.Simulation;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Tests;

/// <summary>What is learned from: read once for all horizons, sampled evenly, and free of what knows the outcome.</summary>
public sealed class TrainingTests(TrainingTests.Star star) : IClassFixture<TrainingTests.Star>
{
    private static readonly DateOnly Last = new(2026, 10, 31);

    public static TheoryData<string> Definitions => [.. PredictionCatalogue.Definitions.Select(definition => definition.Name)];

    /// <summary>One company for all of these tests.</summary>
    public sealed class Star : IDisposable
    {
        internal static DemoCompany Company { get; } = new(new DemoOptions { Scale = 0.05, Years = 3 });

        internal DemoStar Demo { get; } = new(Company.Rows());

        public void Dispose() => Demo.Dispose();
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void One_reading_for_all_horizons_holds_what_each_would_read_alone(string name)
    {
        Prediction[] predictions = [.. PredictionCatalogue.All.Where(prediction => prediction.Definition.Name == name)];
        TrainingFrames all = TrainingFrames.Read(star.Demo.Database, predictions, null, CancellationToken.None)!;

        foreach ((int at, Prediction prediction) in predictions.Index())
        {
            DateOnly last = Last.AddDays(-prediction.HorizonDays);
            using ReaderLease lease = star.Demo.Database.Readers.Lease();
            Frame alone = FrameReader.Read(lease.Connection, prediction, last.AddMonths(-prediction.Definition.TrainingMonths), last, Last, CancellationToken.None);
            Frame known = alone.Take([.. Enumerable.Range(0, alone.Rows.Count).Where(row => alone.Rows[row].Outcome is not null)]);

            Assert.Equal(known.Rows, all.Of(at).Rows);
            Assert.Equal(known.Digest(), all.Of(at).Digest());
        }
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void No_feature_that_is_shipped_knows_the_outcome(string name)
    {
        Prediction[] predictions = [.. PredictionCatalogue.All.Where(prediction => prediction.Definition.Name == name)];
        TrainingFrames frames = TrainingFrames.Read(star.Demo.Database, predictions, null, CancellationToken.None)!;

        Assert.All(predictions.Index(), prediction => Assert.Null(LeakCheck.Refuse(frames.Of(prediction.Index), CancellationToken.None)?.Facts["column"]));
    }

    [Theory]
    [InlineData("d.as_of - d.created_date AS days_open", "CASE WHEN d.closed_date > d.as_of THEN d.closed_date - d.as_of END AS days_open", "days_open", "derived-from-later", "came_on")]
    [InlineData("s.sequence AS stage_sequence", "CASE WHEN d.outcome = 'won' AND d.closed_date <= d.as_of + 100 THEN 6 ELSE s.sequence END AS stage_sequence", "stage_sequence", "alone-tells-outcome", "as_of")]
    public void A_feature_that_reads_the_present_state_is_refused_with_the_moment_that_it_violates(string honest, string leaking, string column, string code, string violates)
    {
        PredictionDefinition win = PredictionCatalogue.Find("win_90")!.Definition;
        Assert.Contains(honest, win.Frame, StringComparison.Ordinal);
        Prediction planted = new(win with { Frame = win.Frame.Replace(honest, leaking, StringComparison.Ordinal) }, 90);

        TrainingResult result = new ModelTraining(star.Demo.Database, star.Demo.Clock).Train(planted, null, new LearnSettings(), CancellationToken.None);

        Assert.Null(result.Model);
        Assert.Equal("leaking-column", result.Refusal!.Code);
        Assert.Equal((column, code, violates), ((string)result.Refusal.Facts["column"], (string)result.Refusal.Facts["code"], (string)result.Refusal.Facts["violates"]));
    }

    [Fact]
    public void A_sample_keeps_shares_and_holds_the_same_rows_whatever_else_is_read()
    {
        Prediction prediction = PredictionCatalogue.Find("breakdown_30")!;
        Frame all = TrainingFrames.Read(star.Demo.Database, [prediction], null, CancellationToken.None)!.Of(0);
        Frame half = RowDraw.Sample(all, all.Rows.Count / 2);
        Frame fromTheEnd = RowDraw.Sample(all.Take([.. Enumerable.Range(0, all.Rows.Count).Reverse()]), all.Rows.Count / 2);

        Assert.InRange(half.Rows.Count, all.Rows.Count * .47, all.Rows.Count * .53);
        Assert.Equal(half.Rows, fromTheEnd.Rows.Reverse());
        double share = Share(all);
        Assert.InRange(Share(half), share - (4 * Math.Sqrt(share * (1 - share) / half.Rows.Count)), share + (4 * Math.Sqrt(share * (1 - share) / half.Rows.Count)));
        Assert.Same(all, RowDraw.Sample(all, all.Rows.Count));
    }

    [Fact]
    public void Chances_of_a_deal_agree_over_all_horizons_and_tell_by_which_day_it_is_won()
    {
        Prediction[] horizons = [.. PredictionCatalogue.All.Where(prediction => prediction.Definition.Name == "win")];
        Assert.All(new ModelTraining(star.Demo.Database, star.Demo.Clock).Train(horizons, null, new LearnSettings(), CancellationToken.None).ToArray(), result => Assert.Null(result.Refusal));
        Assert.All(horizons, horizon => Assert.Empty(new ScoringRun(star.Demo.Database, star.Demo.Clock).Score(horizon, null, CancellationToken.None).Problems));

        Assert.Equal(
            ["True|True|True|True|True"],
            star.Demo.Query("""
                WITH deal AS (
                    SELECT subject_id, list(probability ORDER BY horizon_days) AS p, min(expected_date) AS day, max(expected_date) AS last_day, min(no_date_reason) AS reason
                    FROM fact_score WHERE subject_type = 'opportunity' AND model_role = 'champion' GROUP BY ALL
                )
                SELECT bool_and(len(p) = 4 AND p[1] <= p[2] AND p[2] <= p[3] AND p[3] <= p[4]), bool_and((day IS NULL) = (p[4] < 0.5)), bool_and(day IS NULL OR (day = last_day AND reason IS NULL)),
                    bool_and(day IS NOT NULL OR reason = 'unlikely'), bool_and(day IS NULL OR (day <= DATE '2026-10-31' + 30) = (p[1] >= 0.5))
                FROM deal
                """));
        Assert.NotEqual(["0"], star.Demo.Query("SELECT count(expected_date) FROM fact_score"));
    }

    [Fact]
    public void What_is_learned_of_deals_comes_near_the_chances_that_are_true()
    {
        Prediction win = PredictionCatalogue.Find("win_30")!;
        DateOnly known = new(2026, 4, 30);
        TrainingResult result = new ModelTraining(star.Demo.Database, star.Demo.Clock).Train(win, known, new LearnSettings(), CancellationToken.None);
        Assert.True(result.Refusal is null, string.Join(", ", result.Refusal?.Facts ?? new Dictionary<string, object>(StringComparer.Ordinal)));
        using ReaderLease lease = star.Demo.Database.Readers.Lease();
        Frame asked = FrameReader.ReadOn(lease.Connection, win, Landmarks.Between(known, new DateOnly(2026, 9, 30), withMiddles: false), Last, CancellationToken.None);
        IReadOnlyDictionary<string, DealTruth> truths = Star.Company.DealTruths();

        double[] said = [.. new ModelRegistry(star.Demo.Database, star.Demo.Clock).Open(result.Model!.Id).Score(asked.Features).Select(score => score.Probability)];
        double[] truth = [.. asked.Rows.Select(row => truths[row.SubjectId].ChanceToWin(row.AsOf, 30)!.Value)];
        bool[] came = [.. asked.Rows.Select(row => row.Outcome!.Value)];

        Assert.InRange(said.Zip(truth, (one, other) => Math.Abs(one - other)).Average(), 0, .06);
        Assert.InRange(Metrics.Auc(truth, came) - Metrics.Auc(said, came), -.02, .03);
    }

    [Fact]
    public void A_score_of_a_device_says_which()
    {
        Prediction breakdown = PredictionCatalogue.Find("breakdown_30")!;
        Assert.Null(new ModelTraining(star.Demo.Database, star.Demo.Clock).Train(breakdown, null, new LearnSettings(), CancellationToken.None).Refusal);
        Assert.Empty(new ScoringRun(star.Demo.Database, star.Demo.Clock).Score(breakdown, null, CancellationToken.None).Problems);

        Assert.Equal(["0"], star.Demo.Query("SELECT count(*) FROM fact_score AS s LEFT JOIN dim_device AS d ON d.device_key = s.device_key AND d.device_id = s.subject_id WHERE s.subject_type = 'device' AND d.device_id IS NULL"));
        Assert.NotEqual(["0"], star.Demo.Query("SELECT count(*) FROM fact_score WHERE no_date_reason = 'incomplete'"));
    }

    [Fact]
    public void An_empty_warehouse_is_refused_plainly()
    {
        using DemoStar empty = new();

        IEnumerable<TrainingResult> results = new ModelTraining(empty.Database, empty.Clock).Train(PredictionCatalogue.All, null, new LearnSettings(), CancellationToken.None);

        Assert.All(results, result => Assert.Equal("nothing-known", result.Refusal!.Code));
    }

    private static double Share(Frame frame) => frame.Rows.Average(row => row.Outcome!.Value ? 1d : 0d);
}
