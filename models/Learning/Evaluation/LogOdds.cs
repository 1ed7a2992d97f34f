namespace ProdSales.Learning.Evaluation;

/// <summary>Between probabilities and log-odds, without overflow.</summary>
public static class LogOdds
{
    /// <summary>The probability of log-odds.</summary>
    public static double ToProbability(double margin) => margin >= 0 ? 1 / (1 + Math.Exp(-margin)) : Math.Exp(margin) / (1 + Math.Exp(margin));

    /// <summary>The log-odds of a probability, held between 1e-12 and 1 - 1e-12.</summary>
    public static double Of(double probability)
    {
        double held = Math.Clamp(probability, 1e-12, 1 - 1e-12);
        return Math.Log(held / (1 - held));
    }

    /// <summary>The log-loss of log-odds for one label.</summary>
    public static double Loss(double margin, bool label)
    {
        double signed = label ? margin : -margin;
        return signed > 0 ? Math.Log(1 + Math.Exp(-signed)) : Math.Log(1 + Math.Exp(signed)) - signed;
    }
}
