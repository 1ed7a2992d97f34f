using MathNet.Numerics.Statistics;
using ProdSales.Learning.Calibration;
using ProdSales.Learning.Data;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Trained;

namespace ProdSales.Learning.Lifetimes;

/// <summary>Learns who will buy no more from purchases alone, for as long as no outcome of the span that is asked about is known.</summary>
public static class LifetimeLearner
{
    /// <summary>The name of the way in which such a model is judged: by a span that has passed, shorter than the one that is asked about.</summary>
    public const string Validation = "shorter-span";

    /// <summary>Learns.</summary>
    /// <param name="data">The purchases.</param>
    /// <param name="span">The span in which nothing would be bought, in the unit of the columns; above 0.</param>
    /// <param name="settings">Seed and lineage.</param>
    /// <param name="cancellation">Looked at in every step of a fit.</param>
    /// <returns>
    /// A model whose skill is weak at best, since nothing is known of the whole span; null where fewer than 40 have bought again, where fewer than 40 of those asked about earlier bought or did not, or where the law
    /// tells no more than their share.
    /// </returns>
    public static LearnOutcome? Learn(LifetimeData data, double span, LearnSettings settings, CancellationToken cancellation)
    {
        int[] asked = [.. Repeaters(data.Columns, data.Earlier)];
        bool[] silent = [.. asked.Select(row => data.Silent[row])];
        int left = silent.Count(outcome => outcome);
        if (Math.Min(left, silent.Length - left) < InputCheck.LeastOfEach || Repeaters(data.Columns, data.Now).Count() < InputCheck.LeastOfEach)
        {
            return null;
        }

        BgNbd earlier = BgNbd.Fit(data.Columns.Histories(data.Earlier), cancellation);
        Table judged = data.Earlier.Take(asked);
        double[] said = [.. data.Columns.Histories(judged).Select(history => earlier.NoPurchase(history, data.Between))];
        int[] rows = [.. Enumerable.Range(0, asked.Length)];
        Training training = Learner.Judge(new LearnData(judged, silent), settings, Validation, [new Split([], rows)], said, silent, treeShare: 0);
        return training.Skill is Skill.None ? null : new LearnOutcome(Model(data, span, training, cancellation), null, [InputCheck.Note("no-outcomes", ("span", span), ("judged", data.Between))]);
    }

    private static TrainedModel Model(LifetimeData data, double span, Training training, CancellationToken cancellation)
    {
        LifetimePart law = new(BgNbd.Fit(data.Columns.Histories(data.Now), cancellation), span, data.Columns, Usual(data));
        return new TrainedModel([.. data.Columns.Names.Select(name => new ModelColumn(name, ColumnKind.Number))], null, null, new AsItIs(), training with { Skill = Skill.Weak }) { Lifetimes = law };
    }

    private static UsualCustomer Usual(LifetimeData data)
    {
        double[] medians = [.. data.Columns.Names.Select(name => data.Now.Column(name).Values.ToArray().Median())];
        return new UsualCustomer(medians[0], medians[1], medians[2]);
    }

    // Who has bought once only has told nothing of a rhythm.
    private static IEnumerable<int> Repeaters(LifetimeColumns columns, Table table)
    {
        double[] purchases = table.Column(columns.Purchases).Values.ToArray();
        return Enumerable.Range(0, purchases.Length).Where(row => purchases[row] >= 2);
    }
}
