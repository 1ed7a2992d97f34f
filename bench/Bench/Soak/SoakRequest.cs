namespace ProdSales.Bench.Soak;

/// <summary>One kind of request of the mix.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Weight">How often of a hundred.</param>
/// <param name="SendAsync">Sends one and says what was wrong with the answer; null when it was right.</param>
internal sealed record SoakRequest(string Name, int Weight, Func<Random, Task<string?>> SendAsync);
