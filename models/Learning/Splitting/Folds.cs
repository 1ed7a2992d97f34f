namespace ProdSales.Learning.Splitting;

/// <summary>Ways to part rows for judging.</summary>
public static class Folds
{
    /// <summary>Folds with the same share of each label, drawn: those of scikit-learn's <c>StratifiedKFold(count, shuffle=True, random_state=seed)</c>.</summary>
    /// <param name="labels">One a row.</param>
    /// <param name="count">How many folds, at least 2; a class with fewer rows is in as many folds as it has rows.</param>
    /// <param name="seed">The seed.</param>
    public static Split[] Stratified(ReadOnlySpan<bool> labels, int count, uint seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        bool first = !labels.IsEmpty && labels[0];
        int[] folds = new int[labels.Length];
        MersenneTwister random = new(seed);
        int inFirst = labels.Count(first);
        foreach (bool label in (bool[])[first, !first])
        {
            int[] drawn = Allocation(label == first ? 0 : inFirst, label == first ? inFirst : labels.Length, count);
            random.Shuffle(drawn.AsSpan());
            int next = 0;
            for (int row = 0; row < folds.Length; row++)
            {
                if (labels[row] == label)
                {
                    folds[row] = drawn[next++];
                }
            }
        }

        return OfNumbers(folds, count);
    }

    /// <summary>Folds that keep the rows of a group together, as all deals of a customer; each next largest group goes to the fold with the fewest rows.</summary>
    /// <param name="groups">One a row; null is a group of its own for each row.</param>
    /// <param name="count">How many folds, at least 2.</param>
    public static Split[] Grouped(IReadOnlyList<string?> groups, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        int[] folds = new int[groups.Count];
        int[] sizes = new int[count];
        IEnumerable<int[]> together = Enumerable.Range(0, groups.Count)
            .GroupBy(row => groups[row] is { } name ? $"g{name}" : $"r{row}", StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .OrderByDescending(rows => rows.Length).ThenBy(rows => rows[0]);
        foreach (int[] rows in together)
        {
            int fold = Array.IndexOf(sizes, sizes.Min());
            sizes[fold] += rows.Length;
            foreach (int row in rows)
            {
                folds[row] = fold;
            }
        }

        return OfNumbers(folds, count);
    }

    /// <summary>Folds in time: each tests a stretch of rows and learns from what lies before it, less an embargo, so that no outcome reaches into the stretch.</summary>
    /// <param name="times">When each row is asked about, in days; rows without one (NaN) are left out.</param>
    /// <param name="count">How many stretches are tested; the rows before the first of them, half of all, are never tested.</param>
    /// <param name="embargo">Days that lie between learning and testing: the horizon of the label.</param>
    public static Split[] InTime(ReadOnlySpan<double> times, int count, double embargo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double[] when = times.ToArray();
        int[] order = [.. Enumerable.Range(0, when.Length).Where(row => !double.IsNaN(when[row])).OrderBy(row => when[row])];
        List<Split> splits = [];
        for (int fold = 0; fold < count; fold++)
        {
            Split split = Stretch(when, order, Part(order, count, fold), Part(order, count, fold + 1), embargo);
            if (split.Train.Length > 0 && split.Test.Length > 0)
            {
                splits.Add(split);
            }
        }

        return [.. splits];
    }

    /// <summary>One split in time: the last share of the rows is tested.</summary>
    /// <param name="times">When each row is asked about, in days; rows without one (NaN) are left out.</param>
    /// <param name="testShare">The share that is tested, between 0 and 1.</param>
    /// <param name="embargo">Days that lie between learning and testing.</param>
    public static Split LastShare(ReadOnlySpan<double> times, double testShare, double embargo)
    {
        double[] when = times.ToArray();
        int[] order = [.. Enumerable.Range(0, when.Length).Where(row => !double.IsNaN(when[row])).OrderBy(row => when[row])];
        return Stretch(when, order, (int)(order.Length * (1 - testShare)), order.Length, embargo);
    }

    private static int Part(int[] order, int count, int fold) => (order.Length / 2) + (int)((long)(order.Length - (order.Length / 2)) * fold / count);

    /// <summary>Rows of one moment are never parted: a stretch begins and ends with a moment.</summary>
    private static Split Stretch(double[] when, int[] order, int from, int to, double embargo)
    {
        double start = from < order.Length ? when[order[from]] : double.PositiveInfinity;
        double end = to < order.Length ? when[order[to]] : double.PositiveInfinity;
        return new Split(
            [.. order.Where(row => when[row] < start && when[row] <= start - embargo).Order()],
            [.. order.Where(row => when[row] >= start && when[row] < end).Order()]);
    }

    private static int[] Allocation(int from, int to, int count)
    {
        int[] sizes = new int[count];
        for (int at = from; at < to; at++)
        {
            sizes[at % count]++;
        }

        return [.. Enumerable.Range(0, count).SelectMany(fold => Enumerable.Repeat(fold, sizes[fold]))];
    }

    private static Split[] OfNumbers(int[] folds, int count) =>
    [
        .. Enumerable.Range(0, count).Select(fold => new Split(
            [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)],
            [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold)])),
    ];
}
