using ProdSales.Learning.Boosting.Native;
using ProdSales.Learning.Data;
using ProdSales.Learning.Explanation;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Tests.Support;
using ProdSales.Learning.Trained;

namespace ProdSales.Learning.Tests.Selection;

public sealed class LearnerTests
{
    private static readonly LearnSettings Settings = new();

    [Fact]
    public void What_is_there_to_learn_is_learned_and_told_by_the_columns_that_make_it()
    {
        LearnData data = Worlds.Customers(3000, 1);
        TrainedModel model = Learn(data);
        LearnData others = Worlds.Customers(3000, 2);
        RowScore[] scores = model.Score(others.Features);
        string[] columns = [.. model.Columns.Select(column => column.Name)];

        Assert.Equal(Skill.Good, model.Training.Skill);
        Assert.InRange(ProdSales.Learning.Evaluation.Metrics.Auc([.. scores.Select(score => score.Probability)], others.Labels), .78, .88);
        Assert.Equal("months", Reasons.Overall(scores, columns)[0].Column);
        Assert.Equal("colour", Reasons.Overall(scores, columns)[^1].Column);
        Assert.All(scores, score => Assert.Equal(score.Margin, score.Bias + score.Contributions.Sum(), 1e-5));
    }

    [Fact]
    public void Permuted_labels_give_no_skill_and_the_base_rate()
    {
        for (uint seed = 1; seed <= 5; seed++)
        {
            LearnData data = Worlds.Customers(600, seed, (random, _) => random.Uniform() < .3);
            LearnOutcome outcome = Learner.Learn(data, Settings, CancellationToken.None);

            Assert.Equal(Skill.None, outcome.Model!.Training.Skill);
            Assert.Contains(outcome.Notes, note => note.Code == "no-skill");
            Assert.All(outcome.Model.Score(data.Features), score => Assert.Equal(data.Positives / 600d, score.Probability, 1e-12));
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Of_many_permutations_nearly_none_is_taken_for_skill()
    {
        int mistaken = 0;
        for (uint seed = 100; seed < 140; seed++)
        {
            LearnData data = Worlds.Customers(400, seed, (random, _) => random.Uniform() < .4);
            mistaken += Learn(data).Training.Skill is Skill.None ? 0 : 1;
        }

        Assert.InRange(mistaken, 0, 4);
    }

    [Fact]
    public void Rows_of_a_group_are_judged_by_folds_that_did_not_know_the_group()
    {
        // Every customer has an outcome of its own, which its rows tell to whoever has seen the customer.
        LearnData rows = Worlds.Customers(1200, 31, (random, _) => false);
        bool[] labels = [.. Enumerable.Range(0, 1200).Select(row => (row / 24) * 7919 % 101 < 40)];
        string?[] groups = [.. Enumerable.Range(0, 1200).Select(row => $"C{row / 24}")];
        Table table = new([.. rows.Features.Columns, TableColumn.OfCategories("customer", groups)]);

        Assert.NotEqual(Skill.None, Learn(new LearnData(table, labels)).Training.Skill);
        Assert.Equal(Skill.None, Learn(new LearnData(table, labels, null, groups)).Training.Skill);
    }

    [Fact]
    public void Rows_with_times_are_judged_in_time_and_a_base_rate_that_drifts_is_no_skill()
    {
        LearnData rows = Worlds.Customers(2000, 32, (_, _) => false);
        ProdSales.Learning.Splitting.MersenneTwister random = new(5);
        double[] times = [.. Enumerable.Range(0, 2000).Select(row => (double)row)];
        bool[] labels = [.. times.Select(time => random.Uniform() < .7 - (time / 4000))];
        TrainedModel model = Learn(rows with { Labels = labels, Times = times }, Settings with { Embargo = 30 });

        Assert.Equal("in-time", model.Training.Validation);
        Assert.Equal(Skill.None, model.Training.Skill);
    }

    [Fact]
    public void The_same_rows_and_seed_give_the_same_bytes_and_bytes_give_the_same_scores()
    {
        LearnData data = Worlds.Customers(800, 3);
        byte[] bytes = ModelBytes.Write(Learn(data));
        TrainedModel loaded = ModelBytes.Read(bytes);

        Assert.Equal(bytes, ModelBytes.Write(Learn(data)));
        Assert.Equal(bytes, ModelBytes.Write(Learn(data, Settings with { Threads = 2 })));
        Assert.Equal(bytes, ModelBytes.Write(loaded));
        Assert.Equal(Learn(data).Score(data.Features).Select(score => score.Probability), loaded.Score(data.Features).Select(score => score.Probability));
        Assert.NotEqual(bytes, ModelBytes.Write(Learn(data, Settings with { Seed = 43 })));
    }

    [Fact]
    public void Corrupt_bytes_are_refused()
    {
        byte[] bytes = ModelBytes.Write(Learn(Worlds.Customers(300, 3)));

        Assert.Equal("model-format", Assert.Throws<ModelBytesException>(() => ModelBytes.Read([])).Code);
        Assert.Equal("model-format", Assert.Throws<ModelBytesException>(() => ModelBytes.Read("hello\n{}"u8)).Code);
        for (int at = 100; at < bytes.Length; at += bytes.Length / 7)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 1;

            Assert.Equal("model-changed", Assert.Throws<ModelBytesException>(() => ModelBytes.Read(changed)).Code);
        }

        Assert.Equal("model-changed", Assert.Throws<ModelBytesException>(() => ModelBytes.Read(bytes.AsSpan(0, bytes.Length / 2))).Code);
    }

    [Fact]
    public void Without_the_library_the_logistic_regression_serves_and_a_note_says_so()
    {
        LearnOutcome outcome = Learner.Learn(Worlds.Customers(900, 4), Settings with { Library = XgBoostLibrary.At("libabsent.so.0") }, CancellationToken.None);

        Assert.Null(outcome.Model!.Trees);
        Assert.Equal(Skill.Good, outcome.Model.Training.Skill);
        Assert.Contains("libabsent", outcome.Notes.Single(note => note.Code == "boosting-unavailable").Facts["reason"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void New_categories_missing_and_infinite_values_and_empty_tables_are_scored()
    {
        TrainedModel model = Learn(Worlds.Customers(900, 5));
        Table odd = new(
        [
            TableColumn.OfNumbers("months", [double.NaN, double.PositiveInfinity, -5, 1e300]),
            TableColumn.OfNumbers("price", [1, double.NegativeInfinity, double.NaN, 2]),
            TableColumn.OfCategories("region", ["Mars", null, "", "West"]),
            TableColumn.OfCategories("colour", [null, null, null, "red"]),
            TableColumn.OfBooleans("is_key", [null, true, false, null]),
        ]);

        Assert.All(model.Score(odd), score => Assert.InRange(score.Probability, 0, 1));
        Assert.Empty(model.Score(odd.Take([])));
    }

    [Fact]
    public void A_table_without_a_column_or_with_another_kind_does_not_fit()
    {
        LearnData data = Worlds.Customers(300, 5);
        TrainedModel model = Learn(data);

        Assert.Null(model.Misfit(data.Features));
        Assert.Equal("column-absent", model.Misfit(data.Features.Without(["price"]))!.Code);
        Table other = new([.. data.Features.Without(["price"]).Columns, TableColumn.OfCategories("price", new string?[300])]);
        Assert.Equal("column-kind", model.Misfit(other)!.Code);
    }

    [Theory]
    [InlineData(0, "no-rows")]
    [InlineData(100, "one-class")]
    [InlineData(101, "too-few-labels")]
    public void Labels_that_nothing_can_be_learned_from_are_refused(int rows, string code)
    {
        bool[] labels = [.. Enumerable.Range(0, rows).Select(row => rows == 101 && row < 39)];
        LearnData data = new(new Table([TableColumn.OfNumbers("x", [.. Enumerable.Range(0, rows).Select(row => (double)row)])]), labels);

        Assert.Equal(code, Learner.Learn(data, Settings, CancellationToken.None).Refusal!.Code);
    }

    [Fact]
    public void Columns_that_tell_nothing_are_left_out_by_name()
    {
        LearnData data = Worlds.Customers(400, 6);
        string[] ids = [.. Enumerable.Range(0, 400).Select(row => $"C{row}")];
        LearnData padded = data with
        {
            Features = new Table(
            [
                .. data.Features.Columns,
                TableColumn.OfNumbers("always", [.. Enumerable.Repeat(7d, 400)]),
                TableColumn.OfNumbers("never", [.. Enumerable.Repeat(double.NaN, 400)]),
                TableColumn.OfNumbers("again", data.Features.Column("price").Values.ToArray()),
                TableColumn.OfCategories("id", ids),
            ]),
        };
        LearnOutcome outcome = Learner.Learn(padded, Settings, CancellationToken.None);

        Assert.Equal(
            [("constant-column", "always"), ("empty-column", "never"), ("duplicate-column", "again"), ("text-column", "id")],
            outcome.Notes.Where(note => note.Facts.ContainsKey("column")).Select(note => (note.Code, (string)note.Facts["column"])));
        Assert.Equal(5, outcome.Model!.Columns.Count);
        LearnData nothing = new(padded.Features.Only(["always", "never", "id"]), data.Labels);
        Assert.Equal("no-columns", Learner.Learn(nothing, Settings, CancellationToken.None).Refusal!.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_monotone_column_moves_the_probability_one_way_only(int direction)
    {
        // The truth falls with months, so that a rising constraint must hold against the rows.
        TrainedModel model = Learn(Worlds.Customers(1500, 7), Settings with { Monotone = new Dictionary<string, int> { ["months"] = direction } });
        LearnData others = Worlds.Customers(50, 8);
        for (int row = 0; row < 50; row++)
        {
            Table held = others.Features.Take([.. Enumerable.Repeat(row, 80)]);
            Table asked = new([TableColumn.OfNumbers("months", [.. Enumerable.Range(0, 80).Select(month => (double)month)]), .. held.Without(["months"]).Columns]);
            double[] said = [.. model.Score(asked).Select(score => score.Probability)];

            Assert.All(said.Zip(said.Skip(1)), pair => Assert.True((pair.Second - pair.First) * direction >= -1e-9));
        }
    }

    [Fact]
    public void Learning_stops_when_it_is_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => Learner.Learn(Worlds.Customers(300, 9), Settings, new CancellationToken(true)));

    private static TrainedModel Learn(LearnData data, LearnSettings? settings = null) => Learner.Learn(data, settings ?? Settings, CancellationToken.None).Model!;
}
