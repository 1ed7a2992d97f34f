using System.Runtime.InteropServices;

namespace ProdSales.Support;

/// <summary>The processor time of the calling thread: what else the machine does while a test measures is not in it.</summary>
public static partial class ThreadTime
{
    private const int ThreadCpuTime = 3;

    /// <summary>The processor time so far.</summary>
    public static TimeSpan Now => Read(ThreadCpuTime, out Moment moment) == 0
        ? TimeSpan.FromSeconds(moment.Seconds) + TimeSpan.FromMicroseconds(moment.Nanoseconds / 1000.0)
        : throw new PlatformNotSupportedException("The system does not tell the processor time of a thread.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Moment moment);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
