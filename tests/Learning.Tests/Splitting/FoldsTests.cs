using System.Text.Json;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Tests.Support;

namespace ProdSales.Learning.Tests.Splitting;

public sealed class FoldsTests
{
    [Fact]
    public void The_generator_gives_the_numbers_of_numpy()
    {
        // numpy.random.RandomState(42).randint(0, 2**32, 5, dtype=numpy.uint32)
        MersenneTwister random = new(42);

        Assert.Equal(new uint[] { 1608637542, 3421126067, 4083286876, 787846414, 3143890026 }, Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Fact]
    public void A_shuffle_is_that_of_numpy()
    {
        // numpy.random.RandomState(42).permutation(10)
        int[] items = [.. Enumerable.Range(0, 10)];
        new MersenneTwister(42).Shuffle(items.AsSpan());

        Assert.Equal([8, 1, 5, 0, 7, 2, 9, 4, 3, 6], items);
    }

    [PythonFact]
    public void Stratified_folds_are_those_of_scikit_learn()
    {
        (_, bool[] labels) = Worlds.Matrix(1237, 2, 5);
        JsonElement theirs = Python.Run(
            """
            import json, sys, numpy as np
            from sklearn.model_selection import StratifiedKFold
            y = np.array(json.load(sys.stdin))
            print(json.dumps([[te.tolist() for _, te in StratifiedKFold(k, shuffle=True, random_state=42).split(y, y)] for k in (2, 3, 5, 10)]))
            """,
            labels.Bits());

        int[] counts = [2, 3, 5, 10];
        for (int at = 0; at < counts.Length; at++)
        {
            Assert.Equal(theirs[at].Deserialize<int[][]>()!, Folds.Stratified(labels, counts[at], 42).Select(split => split.Test));
        }
    }

    [Fact]
    public void Every_row_is_tested_once_and_never_by_a_fold_that_learned_from_it()
    {
        (_, bool[] labels) = Worlds.Matrix(301, 2, 6);
        Split[] splits = Folds.Stratified(labels, 5, 1);

        Assert.Equal(Enumerable.Range(0, 301), splits.SelectMany(split => split.Test).Order());
        Assert.All(splits, split => Assert.Empty(split.Train.Intersect(split.Test)));
        Assert.All(splits, split => Assert.InRange(split.Test.Count(row => labels[row]) - (labels.Count(label => label) / 5d), -1, 1));
    }

    [Fact]
    public void Rows_of_a_group_stay_together_and_rows_without_one_stand_alone()
    {
        string?[] groups = ["a", "b", "a", null, "c", "b", null, "a", "c", "d"];
        Split[] splits = Folds.Grouped(groups, 3);

        Assert.Equal(Enumerable.Range(0, 10), splits.SelectMany(split => split.Test).Order());
        Assert.All(splits, split => Assert.Empty(split.Train.Select(row => groups[row]).OfType<string>().Intersect(split.Test.Select(row => groups[row]).OfType<string>())));
    }

    [Fact]
    public void In_time_nothing_is_learned_from_within_the_embargo_or_later()
    {
        double[] times = [.. Enumerable.Range(0, 200).Select(row => (double)((row * 37) % 100))];
        times[3] = double.NaN;
        Split[] splits = Folds.InTime(times, 4, embargo: 10);

        Assert.Equal(4, splits.Length);
        Assert.All(splits, split => Assert.True(split.Train.Max(row => times[row]) <= split.Test.Min(row => times[row]) - 10));
        Assert.All(splits, split => Assert.DoesNotContain(3, split.Train.Concat(split.Test)));
        Assert.Empty(splits[0].Test.Select(row => times[row]).Intersect(splits[1].Test.Select(row => times[row])));
    }
}
