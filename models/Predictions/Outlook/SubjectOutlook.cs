namespace ProdSales.Predictions.Outlook;

/// <summary>What is said of one subject when all horizons are looked at together.</summary>
/// <param name="Probability">The probability within the horizon asked about, in agreement with the other horizons.</param>
/// <param name="ExpectedInDays">Days until the outcome is as likely as not; null where no day can be told, or none is asked for.</param>
/// <param name="NoDateReason">Why no day can be told: <c>unlikely</c> or <c>incomplete</c>; null where one is, or none is asked for.</param>
internal sealed record SubjectOutlook(double Probability, int? ExpectedInDays, string? NoDateReason);
