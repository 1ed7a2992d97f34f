using ProdSales.Feeds;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Lifetimes;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Trained;
using ProdSales.Plants;
using ProdSales.Predictions.Cards;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Training;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Tests;

/// <summary>A company too young to have seen anybody stay away for half a year still hears who is likely to, until outcomes are there to learn from.</summary>
public sealed class WithoutOutcomesTests(WithoutOutcomesTests.Star star) : IClassFixture<WithoutOutcomesTests.Star>
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Young = new(2024, 5, 31);
    private static readonly DateOnly Last = new(2025, 12, 31);
    private static readonly Prediction Lapse = PredictionCatalogue.Find("lapse_180")!;

    /// <summary>Two years of a company whose customers buy by a known law.</summary>
    public sealed class Star : IDisposable
    {
        internal DemoStar Buyers { get; } = new(DrawnBuyers.Orders(1500, First, 60, Last));

        public void Dispose() => Buyers.Dispose();
    }

    private readonly ModelRegistry _registry = new(star.Buyers.Database, star.Buyers.Clock);

    [Fact]
    public void The_law_of_purchases_serves_and_says_that_nothing_of_the_whole_span_is_known()
    {
        TrainingResult result = Train(Young);

        Assert.True(result.Refusal is null, result.Refusal?.Code);
        Assert.Equal("weak", result.Model!.Skill);
        Assert.Contains(result.Notes, note => note.Code == "no-outcomes" && (double)note.Facts["judged"] < 180);
        TrainedModel model = _registry.Open(result.Model.Id);
        Assert.Null(model.Logistic);
        Assert.True(model.Training is { IsOfShorterSpan: true, AucInterval.Low: > .5 });
        Assert.Contains(ModelCard.Lines(Lapse, result.Model, "test"), line => line.Contains("shorter-span", StringComparison.Ordinal));
    }

    [Fact]
    public void What_it_says_comes_near_the_true_chance_and_is_borne_out()
    {
        TrainedModel model = _registry.Open(Train(Young).Model!.Id);
        Frame asked = Asked();
        double[] said = [.. model.Score(asked.Features).Select(score => score.Probability)];
        double[] truth = [.. Histories(asked).Select(history => DrawnBuyers.Law.NoPurchase(history, 180))];
        bool[] came = [.. asked.Rows.Select(row => row.Outcome!.Value)];

        Assert.InRange(said.Zip(truth, (one, other) => Math.Abs(one - other)).Average(), 0, .05);
        Assert.InRange(Metrics.Auc(truth, came) - Metrics.Auc(said, came), -.01, .01);
        Assert.InRange(said.Average() - came.Average(outcome => outcome ? 1d : 0d), -.05, .05);
    }

    [Fact]
    public void Scores_are_facts_with_reasons_that_add_up_and_no_base_rate()
    {
        using DemoStar own = new(DrawnBuyers.Orders(700, First, 60, Young));
        TrainingResult result = new ModelTraining(own.Database, own.Clock).Train(Lapse, Young, new LearnSettings(), CancellationToken.None);
        Assert.Equal(ModelStatus.Champion, result.Model!.Status);
        Assert.Empty(new ScoringRun(own.Database, own.Clock).Score(Lapse, Young, CancellationToken.None).Problems);
        using ReaderLease lease = own.Database.Readers.Lease();
        Frame asked = FrameReader.ReadOn(lease.Connection, Lapse, [Young], Young, CancellationToken.None);
        TrainedModel model = new ModelRegistry(own.Database, own.Clock).Open(result.Model.Id);
        PurchaseHistory[] histories = Histories(asked);

        Assert.Equal([$"{asked.Rows.Count}|0"], own.Query("SELECT count(*), count(base_rate) FROM fact_score WHERE prediction = 'lapse_180'"));
        Assert.Equal(["days_as_customer|days_since_order|order_days"], own.Query("SELECT string_agg(DISTINCT feature, '|' ORDER BY feature) FROM fact_score_reason"));
        Assert.All(model.Score(asked.Features).Index(), pair =>
        {
            Assert.Equal(model.Lifetimes!.Law.NoPurchase(histories[pair.Index], 180), pair.Item.Probability, 1e-9);
            Assert.Equal(pair.Item.Margin, pair.Item.Bias + pair.Item.Contributions.Sum(), 1e-9);
        });
    }

    [Fact]
    public void Who_has_outcomes_learns_from_them()
    {
        TrainingResult grown = Train(null);

        Assert.Null(_registry.Open(grown.Model!.Id).Lifetimes);
        Assert.DoesNotContain(grown.Notes, note => note.Code == "no-outcomes");
    }

    [Fact]
    public void The_same_purchases_give_the_same_law() =>
        Assert.Equal(_registry.Open(Train(Young).Model!.Id).Lifetimes, _registry.Open(Train(Young).Model!.Id).Lifetimes);

    [Theory]
    [InlineData("2024-01-08")]
    [InlineData("2023-12-31")]
    public void A_week_of_purchases_tells_nothing(string known) =>
        Assert.Equal("no-rows", Train(DateOnly.ParseExact(known, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Refusal!.Code);

    [Fact]
    public void Goods_that_come_back_are_no_order()
    {
        FeedRow[] orders = [.. DrawnBuyers.Orders(100, First, 60, Young)];
        FeedRow[] returns = [.. Enumerable.Range(0, 100).Select(customer => DrawnBuyers.Return($"C{customer}", Young))];

        (string Id, PurchaseHistory History)[] told = Told(orders);
        Assert.NotEmpty(told);
        Assert.Equal(told, Told([.. orders, .. returns]));
    }

    private static (string Id, PurchaseHistory History)[] Told(FeedRow[] rows)
    {
        using DemoStar own = new(rows);
        using ReaderLease lease = own.Database.Readers.Lease();
        Frame frame = FrameReader.ReadOn(lease.Connection, Lapse, [Young], Young, CancellationToken.None);
        return [.. frame.Rows.Zip(Histories(frame), (row, history) => (row.SubjectId, history))];
    }

    private static PurchaseHistory[] Histories(Frame frame)
    {
        double[][] told = [.. new[] { "order_days", "days_since_order", "days_as_customer" }.Select(name => frame.Features.Column(name).Values.ToArray())];
        return [.. Enumerable.Range(0, frame.Rows.Count).Select(row => new PurchaseHistory((int)told[0][row] - 1, told[2][row] - told[1][row], told[2][row]))];
    }

    private Frame Asked()
    {
        using ReaderLease lease = star.Buyers.Database.Readers.Lease();
        return FrameReader.ReadOn(lease.Connection, Lapse, [Young], Last, CancellationToken.None);
    }

    private TrainingResult Train(DateOnly? known) => new ModelTraining(star.Buyers.Database, star.Buyers.Clock).Train(Lapse, known, new LearnSettings(), CancellationToken.None);
}
