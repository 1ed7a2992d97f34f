namespace ProdSales.Semantics;

/// <summary>A formula cannot be read; caught where the file and the line are known.</summary>
internal sealed class FormulaException(string chinese, string english) : Exception(english)
{
    /// <summary>What is wrong with it, without an end, as a part of a sentence.</summary>
    internal LocalisedText Reason { get; } = new(chinese, english);
}
