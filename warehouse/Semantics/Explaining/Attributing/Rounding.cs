namespace ProdSales.Semantics;

/// <summary>Rounds parts so that they still sum to their whole.</summary>
internal static class Rounding
{
    /// <summary>Decimals to which parts of a measure are told: those of its sums, or twelve for a quotient.</summary>
    internal static int Places(bool isRatio) => isRatio ? 12 : 4;

    /// <summary>
    /// The parts cut toward zero, and what is then missing given unit by unit to those that lost most of that sign; ties go to the first.
    /// Opposite parts are rounded to opposite numbers.
    /// </summary>
    /// <param name="parts">The parts.</param>
    /// <param name="whole">What they must sum to; already of so many places.</param>
    /// <param name="places">Decimals to keep.</param>
    internal static decimal[] Exact(IReadOnlyList<decimal> parts, decimal whole, int places)
    {
        decimal unit = new(1, 0, 0, false, (byte)places);
        decimal[] rounded = [.. parts.Select(part => Math.Round(part, places, MidpointRounding.ToZero))];
        decimal missing = (whole - rounded.Sum()) / unit;
        int sign = Math.Sign(missing);
        int[] order = [.. Enumerable.Range(0, parts.Count).OrderByDescending(index => sign * (parts[index] - rounded[index]))];
        for (int i = 0; i < Math.Abs(missing) && order.Length > 0; i++)
        {
            rounded[order[i % order.Length]] += sign * unit;
        }

        return rounded;
    }
}
