namespace ProdSales.Host.Speech;

/// <summary>The languages of the program.</summary>
internal enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese, zh-CN.</summary>
    Chinese,
}
