using System.Diagnostics;

namespace ProdSales.Bench.Ssb;

/// <summary>What a piece of work cost.</summary>
/// <param name="Cpu">Seconds of processor time of the whole process.</param>
/// <param name="Wall">Seconds on the clock.</param>
internal readonly record struct Cost(double Cpu, double Wall)
{
    /// <summary>Does the work and tells what it cost.</summary>
    internal static (Cost Cost, T Result) Of<T>(Func<T> work)
    {
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        T result = work();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (new Cost((Environment.CpuUsage.TotalTime - before).TotalSeconds, wall), result);
    }
}
