using System.Text.Json.Serialization;
using ProdSales.Learning.Data;
using ProdSales.Learning.Features.Terms;

namespace ProdSales.Learning.Features;

/// <summary>One feature as a function of one source column; what it needs from training rows is part of it, and so of the bytes of a model.</summary>
/// <param name="Column">The source column, by which reasons are told.</param>
[JsonDerivedType(typeof(NumberTerm), "number")]
[JsonDerivedType(typeof(LogTerm), "log")]
[JsonDerivedType(typeof(ReciprocalTerm), "reciprocal")]
[JsonDerivedType(typeof(HingeTerm), "hinge")]
[JsonDerivedType(typeof(MissingTerm), "missing")]
[JsonDerivedType(typeof(LevelTerm), "level")]
[JsonDerivedType(typeof(OtherTerm), "other")]
[JsonDerivedType(typeof(RoundnessTerm), "roundness")]
[JsonDerivedType(typeof(FrequencyTerm), "frequency")]
[JsonDerivedType(typeof(DatePartTerm), "date-part")]
public abstract record FeatureTerm(string Column)
{
    /// <summary>Gets the name of the feature, unique in a plan.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <summary>Writes the feature of every row.</summary>
    /// <param name="source">The source column.</param>
    /// <param name="target">The matrix.</param>
    /// <param name="feature">The column of the matrix.</param>
    public abstract void Write(TableColumn source, FeatureMatrix target, int feature);

    /// <summary>Writes a function of the numbers of a column; what is missing stays missing.</summary>
    /// <param name="source">The source column.</param>
    /// <param name="target">The matrix.</param>
    /// <param name="feature">The column of the matrix.</param>
    /// <param name="formula">The function.</param>
    protected static void WriteNumbers(TableColumn source, FeatureMatrix target, int feature, Func<double, double> formula)
    {
        ReadOnlySpan<double> values = source.Values;
        for (int row = 0; row < values.Length; row++)
        {
            target.Set(row, feature, double.IsNaN(values[row]) ? double.NaN : formula(values[row]));
        }
    }
}
