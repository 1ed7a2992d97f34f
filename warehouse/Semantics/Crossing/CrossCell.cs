namespace ProdSales.Semantics;

/// <summary>One cell in which both measures are known.</summary>
/// <param name="Id">Id of the member in its source; null where the dimension has none.</param>
/// <param name="Name">Name of the member; null for the unknown one.</param>
/// <param name="Step">First day of the step of X; null without steps.</param>
/// <param name="X">Value of the one measure.</param>
/// <param name="Y">Value of the other.</param>
/// <param name="Control">Value of what is held still; null where it is unknown or nothing is held still.</param>
public sealed record CrossCell(string? Id, string? Name, DateOnly? Step, double X, double Y, double? Control);
