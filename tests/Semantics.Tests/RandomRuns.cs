using System.Globalization;
using System.Security.Cryptography;
using FsCheck;

namespace ProdSales.SemanticsTests;

/// <summary>
/// Where random tests start. The same seed in every run, so that a change is judged by what it changed; RANDOM_SEED=7 starts from another,
/// RANDOM_SEED=new from one that nobody has seen, and RANDOM_TIMES=10 tries ten times as often.
/// </summary>
internal static class RandomRuns
{
    private const ulong Usual = 20_251_122;

    /// <summary>Gets the seed that this run starts from.</summary>
    internal static ulong Seed { get; } = Environment.GetEnvironmentVariable("RANDOM_SEED") switch
    {
        null or "" => Usual,
        "new" => (ulong)RandomNumberGenerator.GetInt32(1 << 28),
        string text => ulong.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>Gets how many times as often as usual is tried.</summary>
    internal static int Times { get; } = int.Parse(Environment.GetEnvironmentVariable("RANDOM_TIMES") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>So many tries; a failure tells the seed.</summary>
    internal static Config Of(int count) => Config.QuickThrowOnFailure.WithMaxTest(count * Times).WithReplay(Seed, 0x9E3779B97F4A7C15);
}
