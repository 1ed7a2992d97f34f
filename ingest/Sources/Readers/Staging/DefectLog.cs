using System.Text;

namespace ProdSales.Sources.Readers.Staging;

/// <summary>The defects of one file: all are counted, the first are kept.</summary>
/// <param name="file">The name of the file.</param>
/// <param name="limits">How many are kept.</param>
internal sealed class DefectLog(string file, ReadLimits limits)
{
    private readonly List<ReadDefect> _kept = [];

    /// <summary>The defects kept.</summary>
    internal IReadOnlyList<ReadDefect> Kept => _kept;

    /// <summary>The number of all defects.</summary>
    internal long Count { get; private set; }

    /// <summary>Notes a defect.</summary>
    /// <param name="line">The line on which the record starts.</param>
    /// <param name="column">The column at fault; null for the whole record.</param>
    /// <param name="value">The bytes at fault; only their beginning is kept.</param>
    /// <param name="problem">What is wrong.</param>
    internal void Add(long line, string? column, ReadOnlySpan<byte> value, RecordProblem problem)
    {
        if (++Count <= limits.MaxKeptDefects)
        {
            _kept.Add(new ReadDefect(file, line, column, Cut(value), problem.Code, $"Line {line} of {file} {problem.Text}", problem.Allowed));
        }
    }

    private static string Cut(ReadOnlySpan<byte> value)
    {
        string text = Encoding.UTF8.GetString(value[..Math.Min(value.Length, 4 * ReadDefect.MaxValueLength)]).Replace('\0', '\uFFFD').Replace('\uFFFF', '\uFFFD');
        return text.Length <= ReadDefect.MaxValueLength ? text : string.Concat(text.AsSpan(0, ReadDefect.MaxValueLength - 1), "…");
    }
}
