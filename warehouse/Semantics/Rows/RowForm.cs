using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>What a row adds to a measure that is a sum over rows, or to numerator and denominator of one that is a quotient of sums.</summary>
internal sealed class RowForm(Decomposition form)
{
    /// <summary>The form of a formula, or null when what rows add does not sum up to it.</summary>
    internal static RowForm? Of(Formula formula) => Decomposition.Of(formula) is { } form ? new(form) : null;

    internal decimal Numerator(IReadOnlyDictionary<Aggregate, RowPart> adds) => Sum(form.Numerator, adds);

    internal decimal? Denominator(IReadOnlyDictionary<Aggregate, RowPart> adds) => form.Denominator is { } below ? Sum(below, adds) : null;

    private static decimal Sum(LinearForm sum, IReadOnlyDictionary<Aggregate, RowPart> adds) =>
        sum.Terms.Sum(term => adds.TryGetValue(term.Aggregate, out RowPart? part) ? term.Factor * Convert.ToDecimal(part.Value, CultureInfo.InvariantCulture) : 0);
}
