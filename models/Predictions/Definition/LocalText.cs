namespace ProdSales.Predictions.Definition;

/// <summary>A text in the two languages of the product.</summary>
public sealed record LocalText
{
    /// <summary>Gets the Chinese text.</summary>
    public required string Zh { get; init; }

    /// <summary>Gets the English text.</summary>
    public required string En { get; init; }

    /// <summary>Gives the text in a language.</summary>
    /// <param name="isChinese">True for Chinese, false for English.</param>
    public string In(bool isChinese) => isChinese ? Zh : En;
}
