namespace ProdSales.Loading;

/// <summary>Everything that is to be loaded in one transaction.</summary>
/// <param name="Identity">
/// A hash of all inputs and of how they are read, as <see cref="BatchIdentity"/> makes it. A batch of a known identity is not loaded again, so a
/// caller who got no answer may simply ask again.
/// </param>
/// <param name="Origin">What the batch comes from, for the ledger: a mapping and a folder.</param>
/// <param name="Inputs">The feeds, in any order; the same feed may come from several inputs.</param>
public sealed record LoadRequest(string Identity, string Origin, IReadOnlyList<FeedInput> Inputs);
