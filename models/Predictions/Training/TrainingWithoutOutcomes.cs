using ProdSales.Learning.Data;
using ProdSales.Learning.Lifetimes;
using ProdSales.Learning.Selection;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Training;

/// <summary>Learns by the law of purchases what a company is too young to know from outcomes; it is judged by the latter half of what has passed.</summary>
internal static class TrainingWithoutOutcomes
{
    // In less than a week next to nobody buys again.
    private const int ShortestSpan = 7;

    private static readonly HashSet<string> OutcomesLack = new(StringComparer.Ordinal) { "no-rows", "one-class", "too-few-labels", "no-times" };

    /// <summary>Whether a refusal says that outcomes are lacking, and the definition knows another way.</summary>
    internal static bool Helps(Prediction prediction, LearnRefusal? refusal) => prediction.Definition.WithoutOutcomes is not null && refusal is not null && OutcomesLack.Contains(refusal.Code);

    /// <summary>Learns.</summary>
    /// <returns>A model; null where purchases do not tell enough either.</returns>
    /// <exception cref="WarehouseException">Purchases could not be read.</exception>
    internal static LearnOutcome? Learn(WarehouseDatabase database, Prediction prediction, DateOnly known, LearnSettings settings, CancellationToken cancellation)
    {
        PurchaseDefinition definition = prediction.Definition.WithoutOutcomes!;
        using ReaderLease lease = database.Readers.Lease(cancellation);
        (Table now, _) = PurchaseReader.Read(lease.Connection, definition, known, 0, cancellation);
        int span = now.RowCount == 0 ? 0 : (int)Math.Min(prediction.HorizonDays, Oldest(now.Column(definition.Age)) / 2);
        if (span < ShortestSpan)
        {
            return null;
        }

        (Table earlier, bool[] silent) = PurchaseReader.Read(lease.Connection, definition, known.AddDays(-span), span, cancellation);
        return LifetimeLearner.Learn(new LifetimeData(definition.Columns, now, earlier, silent, span), prediction.HorizonDays, settings, cancellation);
    }

    private static double Oldest(TableColumn age)
    {
        double most = 0;
        foreach (double value in age.Values)
        {
            most = Math.Max(most, value);
        }

        return most;
    }
}
