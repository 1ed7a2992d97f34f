using ProdSales.Learning.Data;

namespace ProdSales.Learning.Selection;

/// <summary>Rows with their outcomes.</summary>
/// <param name="Features">What is known of each row at the moment at which it is asked about.</param>
/// <param name="Labels">The outcome of each row.</param>
/// <param name="Times">When each row is asked about, in days; splits then go by time. Null where rows have no order.</param>
/// <param name="Groups">What must stay together in a fold, as the customer; a null entry is a group of its own. Null where rows stand alone.</param>
public sealed record LearnData(Table Features, bool[] Labels, double[]? Times = null, string?[]? Groups = null)
{
    /// <summary>Gets the number of rows with the outcome.</summary>
    public int Positives => Labels.Count(label => label);

    /// <summary>Some rows, in the order given.</summary>
    public LearnData Take(int[] rows) => new(
        Features.Take(rows),
        [.. rows.Select(row => Labels[row])],
        Times is null ? null : [.. rows.Select(row => Times[row])],
        Groups is null ? null : [.. rows.Select(row => Groups[row])]);
}
