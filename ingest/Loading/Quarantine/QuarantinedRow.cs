namespace ProdSales.Loading.Quarantine;

/// <summary>A row in quarantine.</summary>
/// <param name="Id">Its number in the quarantine.</param>
/// <param name="BatchId">The batch that refused it.</param>
/// <param name="Feed">The feed it was for.</param>
/// <param name="File">The file it came from; null when its source is no file.</param>
/// <param name="Line">The line in the file, from 1; null when unknown.</param>
/// <param name="Values">The whole row as a JSON object of texts, bad values as they stood in the source; <c>{}</c> for a record that could not be read.</param>
/// <param name="Reasons">What is wrong with it, as in <c>net_amount: not-a-number</c>.</param>
public sealed record QuarantinedRow(long Id, int BatchId, string Feed, string? File, long? Line, string Values, IReadOnlyList<string> Reasons);
