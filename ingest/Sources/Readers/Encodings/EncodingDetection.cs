using System.Text;
using System.Text.Unicode;
using ProdSales.Sources.Readers.Records;

namespace ProdSales.Sources.Readers.Encodings;

/// <summary>Finds out the encoding of a text that does not say it.</summary>
internal static class EncodingDetection
{
    /// <summary>Reads the byte-order mark.</summary>
    /// <param name="beginning">The first bytes of the file.</param>
    /// <returns>The encoding's name and the length of the mark, which some programs write twice; null without a mark.</returns>
    internal static (string Name, int Length)? ByteOrderMark(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, ..] => ("utf-8", 6),
        [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
        [0xFF, 0xFE, ..] => ("utf-16", 2),
        [0xFE, 0xFF, ..] => ("utf-16BE", 2),
        _ => null,
    };

    /// <summary>Tells UTF-16 without a mark by its zero bytes: mostly ASCII, each second byte is one.</summary>
    /// <returns>The encoding's name, or null when the text is not UTF-16.</returns>
    internal static string? WideWithoutMark(ReadOnlySpan<byte> beginning)
    {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < beginning.Length; i += 2)
        {
            even += beginning[i] is 0 ? 1 : 0;
            odd += beginning[i + 1] is 0 ? 1 : 0;
        }

        int half = beginning.Length / 4;
        return (even, odd) switch
        {
            (0, > 0) when odd >= half => "utf-16",
            ( > 0, 0) when even >= half => "utf-16BE",
            _ => null,
        };
    }

    /// <summary>Judges a text line by line: how many lines are UTF-8 beyond ASCII, how many are not UTF-8, and whether those are GB18030.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the look early.</param>
    internal static EncodingVerdict Judge(Stream text, CancellationToken cancellationToken)
    {
        Encoding strict = Encoding.GetEncoding(Transcoding.Find("gb18030")!.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        TextDialect lines = new() { Delimiter = [0xFF], Quote = null, LineEnd = [(byte)'\n'] };
        RecordReader reader = new(text, lines, fieldCount: null, maxRecordBytes: 1 << 22);
        EncodingVerdict verdict = new();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> line = reader.Record;
            verdict = verdict with { Lines = verdict.Lines + 1 };
            if (!Utf8.IsValid(line))
            {
                bool isChinese = IsDecodable(strict, line);
                verdict = verdict with
                {
                    FirstOtherLine = verdict.FirstOtherLine ?? reader.Line,
                    OtherLines = verdict.OtherLines + 1,
                    IsGb18030 = verdict.IsGb18030 && isChinese,
                };
            }
            else if (!Ascii.IsValid(line))
            {
                verdict = verdict with { Utf8Lines = verdict.Utf8Lines + 1, IsGb18030 = verdict.IsGb18030 && IsDecodable(strict, line) };
            }
        }

        return verdict;
    }

    /// <summary>Whether a line is GB18030 and looks it: most of its characters are of the common plane, both bytes of which are above 0xA0.</summary>
    private static bool IsDecodable(Encoding strict, ReadOnlySpan<byte> line)
    {
        int leads = 0;
        int common = 0;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] >= 0x81)
            {
                leads++;
                common += line[i] > 0xA0 && i + 1 < line.Length && line[i + 1] > 0xA0 ? 1 : 0;
                i++;
            }
        }

        if (common * 2 < leads)
        {
            return false;
        }

        try
        {
            return strict.GetCharCount(line) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
