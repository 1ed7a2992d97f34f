namespace ProdSales.Semantics;

/// <summary>A formula cannot be read; caught where the file and the line are known.</summary>
internal sealed class FormulaException(string message) : Exception(message);
