using System.Globalization;

namespace ProdSales.Bench.Load;

/// <summary>Reads how much memory the process held at most while something ran, as Linux counts it.</summary>
internal static class PeakMemory
{
    /// <summary>Runs the work.</summary>
    /// <returns>The highest resident size in bytes; 0 where the system does not tell.</returns>
    internal static long Of(Action work)
    {
        GC.Collect();
        if (!OperatingSystem.IsLinux())
        {
            work();
            return 0;
        }

        File.WriteAllText("/proc/self/clear_refs", "5");
        work();
        string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }
}
