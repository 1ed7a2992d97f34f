using System.Globalization;
using System.Text.RegularExpressions;

namespace ProdSales.Warehouse.Upkeep;

/// <summary>Opens a database whose write-ahead log ends in damage, as a power cut leaves it, by cutting the damage off.</summary>
/// <remarks>
/// DuckDB 1.5.6 refuses to open such a file: <c>Corrupt WAL file: entry at byte position N</c>. Entries begin 16 bytes before the position it tells,
/// so cutting there leaves whole transactions (measured: a zero-filled tail loses none of 20 batches, a flipped byte those behind it).
/// </remarks>
internal static partial class DamagedLog
{
    private const int EntryHeaderBytes = 16;
    private const int MostCuts = 3;

    /// <summary>Opens a database, cutting its log when that is what keeps it from opening. The log as it was is kept beside it.</summary>
    /// <exception cref="WarehouseException">It cannot be opened for another reason, or not even with the log cut.</exception>
    public static (T Opened, LogCut? Cut) OpenCutting<T>(string path, TimeProvider clock, Func<T> open)
    {
        LogCut? cut = null;
        for (int cuts = 0; ; cuts++)
        {
            try
            {
                return (open(), cut);
            }
            catch (WarehouseException error) when (cuts < MostCuts && DamageAt(error) is not null && File.Exists(LogOf(path)))
            {
                cut = Cut(LogOf(path), DamageAt(error)!.Value, clock, cut);
            }
        }
    }

    private static string LogOf(string path) => path + ".wal";

    private static LogCut Cut(string log, long position, TimeProvider clock, LogCut? before)
    {
        string copy = before?.KeptCopy ?? $"{log}.damaged-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        if (before is null)
        {
            File.Copy(log, copy, overwrite: true);
        }

        long whole = new FileInfo(copy).Length;
        long kept = Math.Clamp(position - EntryHeaderBytes, 0, whole);
        using (FileStream stream = File.OpenWrite(log))
        {
            stream.SetLength(kept);
            stream.Flush(flushToDisk: true);
        }

        return new LogCut(copy, kept, whole - kept);
    }

    private static long? DamageAt(WarehouseException error)
    {
        Match match = Position().Match(error.Message);
        return match.Success ? long.Parse(match.Groups["position"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("Corrupt WAL file: entry at byte position (?<position>\\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Position();
}
