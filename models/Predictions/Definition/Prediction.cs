using System.Globalization;

namespace ProdSales.Predictions.Definition;

/// <summary>A definition with one horizon: what a model is trained for.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="HorizonDays">Days from the day of asking within which the outcome counts.</param>
public sealed record Prediction(PredictionDefinition Definition, int HorizonDays)
{
    /// <summary>Gets the name, as <c>win_90</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Definition.Name}_{HorizonDays}");

    /// <summary>Gets the words of the business in a language.</summary>
    /// <param name="isChinese">True for Chinese, false for English.</param>
    public string LabelIn(bool isChinese) => string.Format(CultureInfo.InvariantCulture, Definition.Label.In(isChinese), HorizonDays);
}
