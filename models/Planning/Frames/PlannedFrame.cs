using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProdSales.Planning.Definition;

namespace ProdSales.Planning.Frames;

/// <summary>The series of a definition as they were known on an origin day: whole periods only, the last one ended by that day.</summary>
/// <param name="Series">The definition.</param>
/// <param name="Origin">The origin day.</param>
/// <param name="Periods">The periods, oldest first.</param>
/// <param name="Leaves">The leaves, in order.</param>
/// <param name="Values">The values of each leaf, one a period; not a number in periods of which nothing at all is known.</param>
/// <param name="WithoutHistory">Items that could be asked for and never were, by id: nothing is known of them, which is not zero.</param>
public sealed record PlannedFrame(
    PlannedSeries Series,
    DateOnly Origin,
    IReadOnlyList<PlannedPeriod> Periods,
    IReadOnlyList<PlannedLeaf> Leaves,
    IReadOnlyList<double[]> Values,
    IReadOnlyList<string> WithoutHistory)
{
    /// <summary>Gets whether no value is negative.</summary>
    public bool IsNonNegative => Values.All(values => Array.TrueForAll(values, value => !(value < 0)));

    /// <summary>The sha-256 of all that the frame holds: the same data give the same digest.</summary>
    public string Digest()
    {
        StringBuilder text = new(Series.Name);
        foreach ((PlannedLeaf leaf, double[] values) in Leaves.Zip(Values))
        {
            text.Append('\n').Append(leaf.Key).Append('=').AppendJoin(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        }

        text.Append('\n').AppendJoin(',', Periods.Select(period => period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).Append('\n').AppendJoin(',', WithoutHistory);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
