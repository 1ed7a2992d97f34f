namespace ProdSales.Predictions.Frames;

/// <summary>Who is asked about on which day, and what came of it.</summary>
/// <param name="AsOf">The day of asking: nothing that came later is in the features.</param>
/// <param name="SourceSystem">Source system of the subject.</param>
/// <param name="SubjectId">Its source id.</param>
/// <param name="CustomerId">Customer; null when unknown.</param>
/// <param name="ProductId">Product; null when unknown.</param>
/// <param name="OwnerId">Employee whose business it is; null when unknown.</param>
/// <param name="OrganisationId">Team whose business it is; null when unknown.</param>
/// <param name="GroupId">What must not be parted between training and test; null for a group of its own.</param>
/// <param name="Amount">What is at stake in the group currency; null when unknown.</param>
/// <param name="StatedProbability">What people said on that day; null where nobody did.</param>
/// <param name="Outcome">Whether it came within the horizon; null while that is not known.</param>
public sealed record FrameRow(
    DateOnly AsOf,
    string SourceSystem,
    string SubjectId,
    string? CustomerId,
    string? ProductId,
    string? OwnerId,
    string? OrganisationId,
    string? GroupId,
    decimal? Amount,
    double? StatedProbability,
    bool? Outcome)
{
    /// <summary>Gets the day of what decides the outcome, however late; null while it has not come. Only the scan for leaks looks at it.</summary>
    internal DateOnly? CameOn { get; init; }
}
