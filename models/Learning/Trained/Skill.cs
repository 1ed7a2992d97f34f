using System.Text.Json.Serialization;

namespace ProdSales.Learning.Trained;

/// <summary>How much better than the base rate a model is on rows that it did not learn from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Skill>))]
public enum Skill
{
    /// <summary>Its log-loss is not below that of the share of the judged rows by more than one standard error, or its order may be chance: it says the base rate.</summary>
    None,

    /// <summary>Better, but by less than 5 % of the log-loss, or not for sure (two standard errors), or with fewer than 200 rows of each outcome.</summary>
    Weak,

    /// <summary>Better for sure, by at least 5 % of the log-loss, with at least 200 rows of each outcome.</summary>
    Good,
}
