using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ProdSales.Sources.Readers.Files;

namespace ProdSales.Sources.Readers.Encodings;

/// <summary>Makes UTF-8 of a text file, whatever encoding it is in.</summary>
internal static class TextEncodings
{
    /// <summary>Makes a file readable as UTF-8; a file that already is stays where it is.</summary>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="file">What is declared about it.</param>
    /// <param name="spool">Where a transcoded copy goes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="SourceFileException">The encoding is unknown or cannot be told, or there is no text.</exception>
    internal static Utf8Text Open(string path, SourceFile file, SpoolFolder spool, CancellationToken cancellationToken)
    {
        byte[] beginning = Beginning(path);
        (string Name, int Length)? mark = EncodingDetection.ByteOrderMark(beginning);
        if (mark?.Length == beginning.Length)
        {
            throw SourceErrors.Empty(file.Name, "has a byte-order mark and nothing more");
        }

        string? name = mark?.Name ?? file.Options.Encoding ?? EncodingDetection.WideWithoutMark(beginning);
        return name is not null
            ? Determined(path, name, mark?.Length ?? 0, [], file, spool, cancellationToken)
            : IsUtf8Beginning(beginning)
                ? new Utf8Text(path, 0, IsTrusted: true, IsDetermined: false, [])
                : Judged(path, file, spool, cancellationToken);
    }

    /// <summary>Judges the encoding by the whole file, once its beginning or a closer look does not say UTF-8.</summary>
    /// <exception cref="SourceFileException">It cannot be told.</exception>
    internal static Utf8Text Judged(string path, SourceFile file, SpoolFolder spool, CancellationToken cancellationToken)
    {
        EncodingVerdict verdict;
        using (FileStream stream = SourceErrors.Open(path, file.Name))
        {
            verdict = EncodingDetection.Judge(stream, cancellationToken);
        }

        if (verdict.FirstOtherLine is not { } line)
        {
            return new Utf8Text(path, 0, IsTrusted: true, IsDetermined: true, []);
        }

        if (verdict.SaysGb18030)
        {
            string remark = string.Create(CultureInfo.InvariantCulture, $"{file.Name} is not UTF-8 from line {line} on and was read as GB18030.");
            return Determined(path, "gb18030", 0, [remark], file, spool, cancellationToken);
        }

        return verdict.SaysUtf8
            ? new Utf8Text(path, 0, IsTrusted: false, IsDetermined: true, [])
            : throw new SourceFileException(
                SourceFileCodes.Encoding,
                file.Name,
                string.Create(CultureInfo.InvariantCulture, $"{file.Name} is neither UTF-8 nor GB18030 from line {line} on; say its encoding, such as iso-8859-1 or utf-16."));
    }

    private static Utf8Text Determined(
        string path, string name, int markLength, IReadOnlyList<string> remarks, SourceFile file, SpoolFolder spool, CancellationToken cancellationToken)
    {
        Encoding encoding = Transcoding.Find(name) ?? throw new SourceFileException(
            SourceFileCodes.Encoding,
            file.Name,
            $"{file.Name}: the encoding \"{name}\" is unknown; known are utf-8, utf-16, utf-16BE, gb18030, gbk, iso-8859-1, windows-1252 and the other names of the IANA register.");
        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return new Utf8Text(path, markLength, IsTrusted: true, IsDetermined: true, remarks);
        }

        bool isText = true;
        string copy = spool.Write(target =>
        {
            using FileStream stream = SourceErrors.Open(path, file.Name);
            isText = Transcoding.ToUtf8(stream, encoding, target, cancellationToken);
        });
        return new Utf8Text(copy, 0, isText, IsDetermined: true, remarks);
    }

    private static byte[] Beginning(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        byte[] beginning = new byte[1 << 16];
        return beginning[..stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Whether a beginning is UTF-8 up to its last ASCII character; what follows may be cut off.</summary>
    private static bool IsUtf8Beginning(ReadOnlySpan<byte> beginning) =>
        Utf8.IsValid(beginning[..(beginning.LastIndexOfAnyInRange((byte)0x00, (byte)0x7F) + 1)]);
}
