using ProdSales.Learning.Data;
using ProdSales.Learning.Features;
using ProdSales.Learning.Logistic;
using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Selection;

/// <summary>Fits the logistic regression, its ridge chosen by the folds.</summary>
internal sealed class LogisticTraining(LearnData data, IReadOnlyDictionary<string, int> monotone)
{
    private static readonly double[] Ridges = [300, 100, 30, 10, 3, 1];
    private readonly HashSet<string> _followed = [.. monotone.Keys];

    /// <summary>The log-odds of every tested row by every ridge.</summary>
    internal IReadOnlyList<Option<double>> OutOfFolds(Split[] splits, CancellationToken cancellation)
    {
        double[][] margins = [.. Ridges.Select(_ => new double[data.Labels.Length])];
        foreach (Split split in splits)
        {
            Table train = data.Features.Take(split.Train);
            Table test = data.Features.Take(split.Test);
            bool[] labels = [.. split.Train.Select(row => data.Labels[row])];
            FeaturePlan plan = PlanBuilder.ForSums(train, _followed);
            (Standardisation standard, FeatureMatrix features) = Prepare(plan, train);
            FeatureMatrix asked = standard.Apply(plan.Encode(test));
            double[]? coefficients = null;
            for (int at = 0; at < Ridges.Length; at++)
            {
                coefficients = FitFollowing(plan, features, labels, Ridges[at], coefficients, cancellation);
                for (int row = 0; row < split.Test.Length; row++)
                {
                    margins[at][split.Test[row]] = LogisticRegression.Margin(asked.Row(row), coefficients);
                }
            }
        }

        return [.. Ridges.Zip(margins, (ridge, said) => new Option<double>(ridge, said))];
    }

    /// <summary>Fits to all rows.</summary>
    internal LogisticModel Fit(double ridge, CancellationToken cancellation)
    {
        FeaturePlan plan = PlanBuilder.ForSums(data.Features, _followed);
        (Standardisation standard, FeatureMatrix features) = Prepare(plan, data.Features);
        return new LogisticModel(plan, standard, FitFollowing(plan, features, data.Labels, ridge, null, cancellation), ridge);
    }

    private static (Standardisation Standard, FeatureMatrix Features) Prepare(FeaturePlan plan, Table table)
    {
        FeatureMatrix encoded = plan.Encode(table);
        Standardisation standard = Standardisation.Of(encoded);
        return (standard, standard.Apply(encoded));
    }

    /// <summary>Fits, and again without the features of followed columns that would go against their direction, until none does.</summary>
    private double[] FitFollowing(FeaturePlan plan, FeatureMatrix features, bool[] labels, double ridge, double[]? start, CancellationToken cancellation)
    {
        FeatureMatrix held = features;
        while (true)
        {
            double[] coefficients = LogisticRegression.Fit(held, labels, ridge, start, cancellation);
            int[] against =
            [
                .. Enumerable.Range(0, features.Columns)
                    .Where(at => plan.Terms[at] is not Features.Terms.MissingTerm && monotone.TryGetValue(plan.Terms[at].Column, out int direction) && coefficients[at] * direction < 0),
            ];
            if (against.Length == 0)
            {
                return coefficients;
            }

            held = Silenced(held, against);
            start = null;
        }
    }

    private static FeatureMatrix Silenced(FeatureMatrix features, int[] columns)
    {
        FeatureMatrix silenced = features.Take([.. Enumerable.Range(0, features.Rows)]);
        for (int row = 0; row < features.Rows; row++)
        {
            foreach (int column in columns)
            {
                silenced.Set(row, column, 0);
            }
        }

        return silenced;
    }
}
