using ProdSales.Learning.Data;

namespace ProdSales.Predictions.Frames;

/// <summary>Rows that several horizons share, with what came of each within each of them.</summary>
/// <param name="Rows">The rows, without an outcome.</param>
/// <param name="Features">What was known.</param>
/// <param name="Outcomes">For each horizon the outcome of each row.</param>
internal sealed record FrameOfHorizons(IReadOnlyList<FrameRow> Rows, Table Features, IReadOnlyList<IReadOnlyList<bool?>> Outcomes)
{
    /// <summary>All rows with the outcomes of one horizon.</summary>
    internal Frame For(int horizon) => new([.. Rows.Select((row, at) => row with { Outcome = Outcomes[horizon][at] })], Features);

    /// <summary>The rows whose outcome is known within one horizon, asked about on a landmark or on the last of some days.</summary>
    internal Frame Known(int horizon, DateOnly first, DateOnly last, bool withMiddles)
    {
        int[] rows =
        [
            .. Enumerable.Range(0, Rows.Count)
                .Where(at => Outcomes[horizon][at] is not null && Rows[at].AsOf >= first && Rows[at].AsOf <= last && (Rows[at].AsOf == last || Landmarks.Includes(Rows[at].AsOf, withMiddles))),
        ];
        return new Frame([.. rows.Select(at => Rows[at] with { Outcome = Outcomes[horizon][at] })], Features.Take(rows));
    }
}
