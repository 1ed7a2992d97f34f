using ProdSales.Learning.Data;
using ProdSales.Learning.Features;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;

namespace ProdSales.Learning.Tests.Support;

/// <summary>Rows drawn from a rule that is known, so that what should be found is known too.</summary>
internal static class Worlds
{
    internal static double Uniform(this MersenneTwister random) => (random.Next() + .5) / 4294967296;

    internal static double Normal(this MersenneTwister random) => Math.Sqrt(-2 * Math.Log(random.Uniform())) * Math.Cos(2 * Math.PI * random.Uniform());

    /// <summary>Normal features, some missing, and labels that follow the first two and their product.</summary>
    internal static (FeatureMatrix Features, bool[] Labels) Matrix(int rows, int columns, uint seed, double missing = 0)
    {
        MersenneTwister random = new(seed);
        FeatureMatrix matrix = new(rows, columns);
        bool[] labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                matrix.Set(row, column, (float)random.Normal());
            }

            Span<double> values = matrix.Row(row);
            labels[row] = random.Uniform() < LogOdds.ToProbability(values[0] - (.8 * values[1]) + (.5 * values[0] * values[1]) - .7);
            for (int column = 0; column < columns; column++)
            {
                if (missing > 0 && random.Uniform() < missing)
                {
                    matrix.Set(row, column, double.NaN);
                }
            }
        }

        return (matrix, labels);
    }

    /// <summary>Customers: months and price matter, region matters, colour does not; some regions are missing.</summary>
    internal static LearnData Customers(int rows, uint seed, Func<MersenneTwister, bool, bool>? relabel = null)
    {
        MersenneTwister random = new(seed);
        double[] months = new double[rows];
        double[] price = new double[rows];
        string?[] region = new string?[rows];
        string?[] colour = new string?[rows];
        bool?[] isKey = new bool?[rows];
        bool[] labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            months[row] = random.Next(72);
            price[row] = Math.Round(20 + (80 * random.Uniform()), 2);
            region[row] = random.Next(9) is 0 ? null : ((string[])["East", "West", "North"])[random.Next(2)];
            colour[row] = ((string[])["red", "green", "blue"])[random.Next(2)];
            isKey[row] = random.Next(3) == 0;
            double margin = .5 - (.06 * months[row]) + (.02 * price[row]) + (region[row] is "West" ? .8 : 0) - (isKey[row] is true ? .5 : 0);
            bool label = random.Uniform() < LogOdds.ToProbability(margin);
            labels[row] = relabel?.Invoke(random, label) ?? label;
        }

        return new LearnData(
            new Table(
            [
                TableColumn.OfNumbers("months", months),
                TableColumn.OfNumbers("price", price),
                TableColumn.OfCategories("region", region),
                TableColumn.OfCategories("colour", colour),
                TableColumn.OfBooleans("is_key", isKey),
            ]),
            labels);
    }

    internal static double[][] Rows(this FeatureMatrix matrix) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix.Row(row).ToArray())];

    internal static int[] Bits(this bool[] labels) => [.. labels.Select(label => label ? 1 : 0)];
}
