using System.Text.Json.Serialization;

namespace ProdSales.Learning.Calibration;

/// <summary>Turns the log-odds of a learner into a probability; never falls while the log-odds rise.</summary>
[JsonDerivedType(typeof(AsItIs), "none")]
[JsonDerivedType(typeof(Platt), "platt")]
[JsonDerivedType(typeof(Isotonic), "isotonic")]
public abstract record Calibrator
{
    /// <summary>The probability of log-odds.</summary>
    public abstract double ToProbability(double margin);
}

