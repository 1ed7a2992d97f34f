namespace ProdSales.Schema;

/// <summary>The language in which refusals are told.</summary>
public enum AnswerLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
