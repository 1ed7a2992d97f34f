using System.Text;
using ProdSales.Sources.Readers.Records;

namespace ProdSales.Sources.Readers.Delimited;

/// <summary>Finds out what the options leave open about a delimited text, from its beginning.</summary>
internal static class DialectDetection
{
    private const int MaxRecords = 100;

    private static readonly string[] Candidates = [",", ";", "\t", "|"];

    /// <summary>Resolves the dialect.</summary>
    /// <param name="sample">The beginning of the text, in UTF-8.</param>
    /// <param name="isWhole">Whether the sample is the whole text.</param>
    /// <param name="file">The file and what is declared about it.</param>
    /// <exception cref="SourceFileException">The declared delimiter parts nothing, and another one does.</exception>
    internal static TextDialect Resolve(byte[] sample, bool isWhole, SourceFile file)
    {
        ReadOptions options = file.Options;
        TextDialect dialect = new()
        {
            Delimiter = [(byte)','],
            Quote = QuoteOf(file),
            LineEnd = LineEndOf(sample, options.LineEnd),
            JoinsShortLines = options.JoinsShortLines,
        };
        byte[] whole = isWhole ? sample : sample[..(sample.AsSpan().LastIndexOf(dialect.LineEnd) + 1)];
        Trial[] trials = [.. Candidates.Select(candidate => Try(whole, candidate, dialect, options))];
        Trial best = trials.OrderByDescending(trial => trial.Score(options.Columns?.Count)).First();
        if (options.Delimiter is not { } declared)
        {
            return dialect with { Delimiter = Encoding.UTF8.GetBytes(best.Fields > 1 ? best.Delimiter : ",") };
        }

        TextDialect stated = dialect with { Delimiter = Encoding.UTF8.GetBytes(declared) };
        RequireFit(Try(whole, declared, stated, options), best, stated, file);
        return stated;
    }

    private static void RequireFit(Trial stated, Trial best, TextDialect dialect, SourceFile file)
    {
        int? wanted = file.Options.Columns?.Count;
        bool isHopeless = wanted is { } count ? count > 1 && stated.Fields != count : stated.Fields is 1;
        bool isBetter = best.Fields > 1 && best.Agreeing == best.Records && (wanted is null || best.Fields == wanted);
        if (stated.Records > 0 && isHopeless && isBetter)
        {
            throw new SourceFileException(
                SourceFileCodes.Delimiter,
                file.Name,
                $"{file.Name} has {stated.Fields} field(s) a record with the delimiter {dialect.DelimiterName}; {TextDialect.NameOf(best.Delimiter)} fits: {best.Fields} fields in each of the first {best.Records} records.");
        }
    }

    private static Trial Try(byte[] sample, string delimiter, TextDialect dialect, ReadOptions options)
    {
        TextDialect candidate = dialect with { Delimiter = Encoding.UTF8.GetBytes(delimiter), JoinsShortLines = false };
        RecordReader reader = new(new MemoryStream(sample), candidate, fieldCount: null, options.Limits.MaxRecordBytes);
        reader.SkipLines(options.SkipLines);
        List<int> counts = [];
        while (counts.Count < MaxRecords && reader.Read())
        {
            counts.Add(reader.Fault is null ? reader.FieldCount : 0);
        }

        int usual = options.Columns?.Count is { } wanted && counts.Contains(wanted) ? wanted : counts.FirstOrDefault();
        return new Trial(delimiter, usual, counts.Count(count => count == usual), counts.Count);
    }

    private static byte[] LineEndOf(byte[] sample, string? declared) => declared switch
    {
        "\r\n" or "\n" => [(byte)'\n'],
        { } text => Encoding.UTF8.GetBytes(text),
        null => !sample.Contains((byte)'\n') && sample.Contains((byte)'\r') ? [(byte)'\r'] : [(byte)'\n'],
    };

    private static byte? QuoteOf(SourceFile file) => file.Options.Quote switch
    {
        null => (byte)'"',
        "" => null,
        [var quote] when char.IsAscii(quote) => (byte)quote,
        var other => throw new ArgumentException($"The quote \"{other}\" of {file.Name} must be one ASCII character, or empty for none.", nameof(file)),
    };

    /// <summary>How a delimiter parts the sample.</summary>
    private sealed record Trial(string Delimiter, int Fields, int Agreeing, int Records)
    {
        /// <summary>Ranks trials: the right number of fields first, then agreement among records, then more fields.</summary>
        internal (bool IsWanted, bool Parts, int Agreeing, int Fields) Score(int? wanted) => (Fields == wanted, Fields > 1, Agreeing, Fields);
    }
}
