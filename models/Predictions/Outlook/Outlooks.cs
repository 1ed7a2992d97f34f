using ProdSales.Learning.Data;
using ProdSales.Learning.Trained;
using ProdSales.Predictions.Definition;

namespace ProdSales.Predictions.Outlook;

/// <summary>Looks at all horizons of a prediction together.</summary>
internal static class Outlooks
{
    /// <summary>The outlook of each row.</summary>
    /// <param name="prediction">The horizon asked about.</param>
    /// <param name="own">Its probabilities.</param>
    /// <param name="features">The rows, which are the same for every horizon.</param>
    /// <param name="modelOf">The model that serves another horizon; null where none does.</param>
    internal static SubjectOutlook[] Of(Prediction prediction, double[] own, Table features, Func<Prediction, TrainedModel?> modelOf)
    {
        PredictionDefinition definition = prediction.Definition;
        if (definition.LongerHorizon == 0 || definition.Horizons.Count < 2)
        {
            return [.. own.Select(probability => new SubjectOutlook(probability, null, null))];
        }

        SortedDictionary<int, double[]> said = new() { [prediction.HorizonDays] = own };
        foreach (int horizon in definition.Horizons.Where(days => days != prediction.HorizonDays))
        {
            if (modelOf(prediction with { HorizonDays = horizon }) is { } model)
            {
                said[horizon] = [.. model.Score(features).Select(score => score.Probability)];
            }
        }

        int[] horizons = [.. said.Keys];
        bool isComplete = horizons.Length == definition.Horizons.Count;
        return [.. Enumerable.Range(0, own.Length).Select(row => Of(prediction, horizons, [.. said.Values.Select(chances => chances[row])], isComplete))];
    }

    private static SubjectOutlook Of(Prediction prediction, int[] horizons, double[] chances, bool isComplete)
    {
        double[] agreeing = HorizonLadder.Agreeing(chances, prediction.Definition.LongerHorizon);
        double probability = agreeing[Array.IndexOf(horizons, prediction.HorizonDays)];
        if (prediction.Definition.LongerHorizon < 0)
        {
            return new SubjectOutlook(probability, null, null);
        }

        int? days = isComplete ? HorizonLadder.MedianDays(horizons, agreeing) : null;
        return new SubjectOutlook(probability, days, days is not null ? null : isComplete ? "unlikely" : "incomplete");
    }
}
