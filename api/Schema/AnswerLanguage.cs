namespace ProdSales.Schema;

/// <summary>The language in which refusals are told; the host gives it with the request, as its state.</summary>
public enum AnswerLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
