namespace ProdSales.Sources.Readers.Staging;

/// <summary>What is wrong with one record.</summary>
/// <param name="Code">One of <see cref="ReadDefectCodes"/>.</param>
/// <param name="Text">What is wrong and what is allowed, to stand behind <c>Line 7 of orders.csv</c>.</param>
/// <param name="Allowed">What is allowed, to stand behind <c>allowed:</c>.</param>
internal sealed record RecordProblem(string Code, string Text, string Allowed);
