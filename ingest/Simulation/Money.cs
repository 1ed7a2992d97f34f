namespace ProdSales.Simulation;

/// <summary>Amounts as they stand on papers: with two decimals.</summary>
internal static class Money
{
    internal static decimal Of(double amount) => Math.Round((decimal)amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>An amount as people set it: in whole hundreds.</summary>
    internal static double InHundreds(double amount) => Math.Round(amount / 100) * 100;
}
