namespace ProdSales.Bench.Soak;

/// <summary>What a soak came to.</summary>
/// <param name="Sent">Requests by kind.</param>
/// <param name="Wrong">Answers that were not right, the first of them in words.</param>
/// <param name="WrongCount">How many there were.</param>
/// <param name="Broken">Streams that ended or told an error though their client stayed.</param>
/// <param name="Stale">Live questions whose last answer is not that of a fresh query.</param>
/// <param name="Messages">Live answers that were received.</param>
/// <param name="Loads">Loads that were committed.</param>
/// <param name="FailedLoads">Loads that failed.</param>
/// <param name="Samples">What the server's process held, from its warm state on.</param>
/// <param name="Lasted">How long it took.</param>
/// <param name="Processor">Processor time of the server.</param>
public sealed record SoakReport(
    IReadOnlyDictionary<string, int> Sent, IReadOnlyList<string> Wrong, int WrongCount, IReadOnlyList<string> Broken, IReadOnlyList<string> Stale, int Messages, int Loads, int FailedLoads,
    IReadOnlyList<SoakSample> Samples, TimeSpan Lasted, TimeSpan Processor)
{
    /// <summary>Gets how the mean of the last third of the samples compares with that of the first: 1 is flat.</summary>
    public double Growth(Func<SoakSample, double> of) => Samples.TakeLast(Samples.Count / 3).Average(of) / Samples.Take(Samples.Count / 3).Average(of);
}
