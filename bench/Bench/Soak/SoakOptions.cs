namespace ProdSales.Bench.Soak;

/// <summary>How long and how hard a server is used.</summary>
/// <param name="Requests">The requests to send.</param>
/// <param name="Most">The time after which no further ones are sent.</param>
/// <param name="Listeners">The live questions held open.</param>
/// <param name="Workers">The clients that ask, each one thing after the other.</param>
public sealed record SoakOptions(int Requests, TimeSpan Most, int Listeners, int Workers)
{
    /// <summary>What a release is held to.</summary>
    public static SoakOptions Full { get; } = new(1_000_000, TimeSpan.FromMinutes(30), 200, 24);
}
