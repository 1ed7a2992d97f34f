using ProdSales.Simulation.Masters;
using ProdSales.Simulation.Sales;

namespace ProdSales.Simulation.Deals;

/// <summary>An opportunity with the whole way that it will take.</summary>
/// <param name="Number">Number of the opportunity.</param>
/// <param name="Buyer">Who may buy.</param>
/// <param name="Created">Day of creation.</param>
/// <param name="Closed">Day of the decision, perhaps after the last day.</param>
/// <param name="IsWon">How it will be decided.</param>
/// <param name="StageDays">Day on which each open stage that it reaches is entered.</param>
/// <param name="Lines">What it is about in the last quote.</param>
/// <param name="LeadId">Lead that it came from.</param>
/// <param name="Channel">Channel that it came by.</param>
/// <param name="WinChance">The chance that it was decided with, which no record tells.</param>
internal sealed record Deal(
    long Number,
    Buyer Buyer,
    DateOnly Created,
    DateOnly Closed,
    bool IsWon,
    IReadOnlyList<DateOnly> StageDays,
    IReadOnlyList<SaleLine> Lines,
    string? LeadId,
    string Channel,
    double WinChance)
{
    internal string Id => Numbered.Of("OP", Number, 7);

    internal double Net => Lines.Sum(line => line.Net);

    /// <summary>How many stages have been entered by a day, less one.</summary>
    internal int StageOn(DateOnly day) => Math.Max(0, StageDays.Count(entered => entered <= day) - 1);
}
