using ProdSales.Learning.Data;
using ProdSales.Learning.Features;

namespace ProdSales.Learning.Logistic;

/// <summary>A fitted logistic regression with the features that it takes.</summary>
/// <param name="Plan">The features.</param>
/// <param name="Standard">How they are brought to one scale.</param>
/// <param name="Coefficients">In standard units; the intercept stands last.</param>
/// <param name="Ridge">The strength of the penalty that was chosen.</param>
public sealed record LogisticModel(FeaturePlan Plan, Standardisation Standard, double[] Coefficients, double Ridge)
{
    /// <summary>The log-odds of every row, and what each feature adds to them against the mean of the training rows.</summary>
    /// <param name="table">The rows.</param>
    public FeatureMatrix Contributions(Table table)
    {
        FeatureMatrix standard = Standard.Apply(Plan.Encode(table));
        for (int row = 0; row < standard.Rows; row++)
        {
            Span<double> values = standard.Row(row);
            for (int feature = 0; feature < values.Length; feature++)
            {
                values[feature] *= Coefficients[feature];
            }
        }

        return standard;
    }

    /// <summary>Gets the log-odds of a row in which every feature is as usual.</summary>
    public double Bias => Coefficients[^1];
}
