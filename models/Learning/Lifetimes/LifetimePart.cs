using ProdSales.Learning.Data;
using ProdSales.Learning.Evaluation;
using ProdSales.Learning.Explanation;

namespace ProdSales.Learning.Lifetimes;

/// <summary>A law of buying and leaving with the columns that hold a customer's purchases: it says how likely nothing is bought within a span.</summary>
/// <param name="Law">The law; its unit is that of the columns.</param>
/// <param name="Span">The span that begins at the moment asked about, in that unit; above 0.</param>
/// <param name="Columns">Where a row tells its purchases.</param>
/// <param name="Usual">The customer that reasons are told against: the median of those who were learned from.</param>
public sealed record LifetimePart(BgNbd Law, double Span, LifetimeColumns Columns, UsualCustomer Usual)
{
    private const int Inputs = 3;
    private const int Whole = (1 << Inputs) - 1;

    // The share of each order in which an input can be told, by how many were told before it: 1/3, 1/6, 1/3.
    private static readonly double[] Weights = [1d / 3, 1d / 6, 1d / 3];

    /// <summary>Scores rows. What the purchases, the silence and the age add to the log-odds are their exact Shapley values against the usual customer.</summary>
    /// <param name="table">Rows with the columns; a value that is missing is taken as usual.</param>
    public RowScore[] Score(Table table)
    {
        TableColumn[] columns = [.. Columns.Names.Select(table.Column)];
        return [.. Enumerable.Range(0, table.RowCount).Select(row => Scored([.. columns.Select(column => column.Values[row])]))];
    }

    private RowScore Scored(double[] told)
    {
        double[] usual = [Usual.Purchases, Usual.Silence, Usual.Age];
        double[] margins = [.. Enumerable.Range(0, Whole + 1).Select(known => Margin([.. usual.Select((value, at) => ((known >> at) & 1) == 0 || double.IsNaN(told[at]) ? value : told[at])]))];
        double[] added = new double[Inputs];
        for (int input = 0; input < Inputs; input++)
        {
            for (int others = 0; others <= Whole; others++)
            {
                if (((others >> input) & 1) == 0)
                {
                    added[input] += Weights[int.PopCount(others)] * (margins[others | (1 << input)] - margins[others]);
                }
            }
        }

        return new RowScore(LogOdds.ToProbability(margins[Whole]), margins[Whole], margins[0], added);
    }

    private double Margin(double[] inputs) => LogOdds.Of(Law.NoPurchase(LifetimeColumns.History(inputs[0], inputs[1], inputs[2]), Span));
}
