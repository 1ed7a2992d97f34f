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

    /// <summary>Measures the processor time of this process, all threads, that each side's work takes in turn; what it needs is prepared before, uncounted.</summary>
    /// <param name="rounds">Counted rounds, at least 1; three more before them warm up.</param>
    /// <param name="times">Runs of each side in a round, each prepared anew; a round tells their mean.</param>
    /// <param name="sides">The sides; each prepares, and then runs its whole work once.</param>
    /// <returns>Seconds of each side, one per round.</returns>
    public static IReadOnlyList<double[]> CpuOfPrepared(int rounds, int times, params (Action Prepare, Action Work)[] sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        double[][] seconds = Array.ConvertAll(sides, _ => new double[rounds]);
        for (int round = -3; round < rounds; round++)
        {
            for (int i = 0; i < sides.Length; i++)
            {
                double sum = 0;
                for (int time = 0; time < times; time++)
                {
                    sides[i].Prepare();
                    sum += CpuSeconds(sides[i].Work, 1);
                }

                if (round >= 0)
                {
                    seconds[i][round] = sum / times;
                }
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
