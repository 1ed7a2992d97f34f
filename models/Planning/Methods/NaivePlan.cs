namespace ProdSales.Planning.Methods;

/// <summary>What anybody can say without a model: as a year before; as last, where no year is known.</summary>
internal static class NaivePlan
{
    /// <summary>The points of a leaf.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="year">Periods of a year.</param>
    /// <param name="horizon">Steps, at most a year.</param>
    /// <returns>Not a number where the period that it would repeat is not known.</returns>
    internal static double[] Points(double[] values, int year, int horizon)
    {
        double[] points = new double[horizon];
        for (int step = 0; step < horizon; step++)
        {
            points[step] = values.Length >= year ? values[values.Length - year + (step % year)] : values[^1];
        }

        return points;
    }
}
