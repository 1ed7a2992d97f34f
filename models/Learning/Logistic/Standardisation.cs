using ProdSales.Learning.Features;

namespace ProdSales.Learning.Logistic;

/// <summary>Brings features to mean 0 and standard deviation 1, as measured on training rows; what is missing becomes 0, the mean.</summary>
/// <param name="Means">One a feature.</param>
/// <param name="Scales">Standard deviations, one a feature; 0 where a feature never changes, which then stays 0.</param>
public sealed record Standardisation(double[] Means, double[] Scales)
{
    /// <summary>Measures training rows.</summary>
    public static Standardisation Of(FeatureMatrix matrix)
    {
        double[] means = new double[matrix.Columns];
        double[] scales = new double[matrix.Columns];
        for (int feature = 0; feature < matrix.Columns; feature++)
        {
            (means[feature], scales[feature]) = Measure(matrix, feature);
        }

        return new Standardisation(means, scales);
    }

    /// <summary>The features of rows in standard form, in a new matrix.</summary>
    public FeatureMatrix Apply(FeatureMatrix matrix)
    {
        FeatureMatrix standard = new(matrix.Rows, matrix.Columns);
        for (int row = 0; row < matrix.Rows; row++)
        {
            Span<double> from = matrix.Row(row);
            Span<double> to = standard.Row(row);
            for (int feature = 0; feature < to.Length; feature++)
            {
                to[feature] = Scales[feature] == 0 || double.IsNaN(from[feature]) ? 0 : (from[feature] - Means[feature]) / Scales[feature];
            }
        }

        return standard;
    }

    private static (double Mean, double Scale) Measure(FeatureMatrix matrix, int feature)
    {
        double sum = 0;
        int count = 0;
        for (int at = feature; at < matrix.Values.Length; at += matrix.Columns)
        {
            if (!double.IsNaN(matrix.Values[at]))
            {
                sum += matrix.Values[at];
                count++;
            }
        }

        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (int at = feature; at < matrix.Values.Length; at += matrix.Columns)
        {
            squares += double.IsNaN(matrix.Values[at]) ? 0 : (matrix.Values[at] - mean) * (matrix.Values[at] - mean);
        }

        double scale = count == 0 ? 0 : Math.Sqrt(squares / count);
        return (mean, scale <= 1e-10 * Math.Max(1, Math.Abs(mean)) ? 0 : scale);
    }
}
