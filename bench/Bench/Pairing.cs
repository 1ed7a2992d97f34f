using System.Diagnostics;

namespace ProdSales.Bench;

/// <summary>Times two sides in turn, A B A B, so that a drift of the machine falls on both.</summary>
public static class Pairing
{
    /// <summary>Runs both sides once to warm up, then <paramref name="pairs"/> times in turn.</summary>
    /// <param name="pairs">Counted pairs, at least 1.</param>
    /// <param name="ours">Our side; runs the whole work once.</param>
    /// <param name="reference">The reference; runs the whole work once.</param>
    /// <param name="warmUps">Uncounted runs of each side before.</param>
    /// <returns>Seconds of both sides, one per pair.</returns>
    public static (IReadOnlyList<double> Ours, IReadOnlyList<double> Reference) InTurn(int pairs, Action ours, Action reference, int warmUps = 1)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(reference);
        for (int i = 0; i < warmUps; i++)
        {
            ours();
            reference();
        }

        List<double> oursSeconds = [];
        List<double> referenceSeconds = [];
        for (int i = 0; i < pairs; i++)
        {
            oursSeconds.Add(Seconds(ours));
            referenceSeconds.Add(Seconds(reference));
        }

        return (oursSeconds, referenceSeconds);
    }

    /// <summary>Measures the processor time of this process, all threads, of both sides in turn; short work runs several times at a stretch.</summary>
    /// <param name="pairs">Counted pairs, at least 1.</param>
    /// <param name="ours">Our side; runs the whole work once.</param>
    /// <param name="reference">The reference; runs the whole work once.</param>
    /// <returns>Seconds of both sides, one per pair.</returns>
    public static (IReadOnlyList<double> Ours, IReadOnlyList<double> Reference) CpuInTurn(int pairs, Action ours, Action reference)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(reference);
        int timesOurs = Stretch(ours);
        int timesReference = Stretch(reference);
        List<double> oursSeconds = [];
        List<double> referenceSeconds = [];
        for (int i = 0; i < pairs; i++)
        {
            oursSeconds.Add(CpuSeconds(ours, timesOurs));
            referenceSeconds.Add(CpuSeconds(reference, timesReference));
        }

        return (oursSeconds, referenceSeconds);
    }

    /// <summary>Measures as <see cref="CpuInTurn"/> does, but any number of sides, so that what is told of one round was measured within it.</summary>
    /// <param name="rounds">Counted rounds, at least 1.</param>
    /// <param name="works">The sides; each runs its whole work once.</param>
    /// <returns>Seconds of each side, one per round.</returns>
    public static IReadOnlyList<double[]> CpuInRounds(int rounds, params Action[] works)
    {
        ArgumentNullException.ThrowIfNull(works);
        int[] times = Array.ConvertAll(works, Stretch);
        double[][] seconds = Array.ConvertAll(works, _ => new double[rounds]);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                seconds[i][round] = CpuSeconds(works[i], times[i]);
            }
        }

        return seconds;
    }

    // Warms up, and finds how often the work takes a tenth of a second.
    private static int Stretch(Action work)
    {
        if (CpuSeconds(work, 1) > 1)
        {
            return 1;
        }

        CpuSeconds(work, 2);
        return Math.Clamp((int)Math.Ceiling(0.1 / CpuSeconds(work, 3)), 1, 100);
    }

    private static double CpuSeconds(Action work, int times)
    {
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < times; i++)
        {
            work();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / times;
    }

    /// <summary>Times one run, garbage of earlier ones collected before.</summary>
    /// <param name="work">The whole work once.</param>
    /// <returns>Seconds on the clock.</returns>
    public static double Seconds(Action work)
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
