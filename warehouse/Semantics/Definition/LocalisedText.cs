namespace ProdSales.Semantics;

/// <summary>A text of the model in both languages of the product.</summary>
/// <param name="Chinese">The text in simplified Chinese (zh-CN).</param>
/// <param name="English">The text in English.</param>
public sealed record LocalisedText(string Chinese, string English);
