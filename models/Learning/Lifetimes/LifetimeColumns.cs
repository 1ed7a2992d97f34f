using System.Text.Json.Serialization;
using ProdSales.Learning.Data;

namespace ProdSales.Learning.Lifetimes;

/// <summary>The columns of a table that hold the purchases of customers.</summary>
/// <param name="Purchases">How often a customer has bought, the first time included, at most once a day; a number.</param>
/// <param name="Silence">Time since the last purchase; a number.</param>
/// <param name="Age">Time since the first one, in the same unit; a number.</param>
public sealed record LifetimeColumns(string Purchases, string Silence, string Age)
{
    /// <summary>Gets the three names, in that order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => [Purchases, Silence, Age];

    /// <summary>The histories of rows of which none lacks a value.</summary>
    internal PurchaseHistory[] Histories(Table table)
    {
        double[][] values = [.. Names.Select(name => table.Column(name).Values.ToArray())];
        return [.. Enumerable.Range(0, table.RowCount).Select(row => History(values[0][row], values[1][row], values[2][row]))];
    }

    /// <summary>A history whose parts may have been told apart: who bought once has no recency, and nobody bought before the first time.</summary>
    internal static PurchaseHistory History(double purchases, double silence, double age)
    {
        int repeats = Math.Max(0, (int)Math.Round(purchases) - 1);
        double held = Math.Max(0, age);
        return new PurchaseHistory(repeats, repeats == 0 ? 0 : Math.Clamp(held - silence, 0, held), held);
    }
}
