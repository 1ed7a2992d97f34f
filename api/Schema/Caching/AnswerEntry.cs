using ProdSales.GraphQL.Http;

namespace ProdSales.Schema;

/// <summary>An answer, or at least what it was made from.</summary>
/// <param name="Footprint">What it was made from.</param>
/// <param name="Opening">The opening of the warehouse.</param>
/// <param name="Change">The last change of what was read.</param>
/// <param name="Version">The version of the answer.</param>
/// <param name="Answer">The answer; null when it is too large to be kept.</param>
internal sealed record AnswerEntry(Footprint Footprint, string Opening, long Change, string Version, KeptAnswer? Answer)
{
    private const int FixedBytes = 1024;

    /// <summary>What it takes in memory, estimated.</summary>
    internal long Bytes => FixedBytes + (Footprint.Tables?.Sum(name => (2L * name.Length) + 48) ?? 0) + (Answer?.Utf8.Length ?? 0);
}
