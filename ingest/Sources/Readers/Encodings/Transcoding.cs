using System.Text;

namespace ProdSales.Sources.Readers.Encodings;

/// <summary>Writes a text of another encoding as UTF-8.</summary>
internal static class Transcoding
{
    private const string UndecodableText = "\uFFFF";

    static Transcoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What stands in the UTF-8 for bytes that are no text: a code point that no text may hold.</summary>
    internal static ReadOnlySpan<byte> Undecodable => "\uFFFF"u8;

    /// <summary>Finds an encoding whose undecodable bytes become <see cref="Undecodable"/>.</summary>
    /// <param name="name">A name of the IANA register or a code page's.</param>
    /// <returns>The encoding, or null when there is none of that name.</returns>
    internal static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(Canonical(name), EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(UndecodableText));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes a text as UTF-8 without byte-order mark.</summary>
    /// <returns>Whether all of it was text.</returns>
    internal static bool ToUtf8(Stream text, Encoding encoding, Stream utf8, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[1 << 16];
        char[] chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        byte[] written = new byte[Encoding.UTF8.GetMaxByteCount(chars.Length)];
        Decoder decoder = encoding.GetDecoder();
        int read;
        bool isFirst = true;
        bool isText = true;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            read = text.Read(bytes);
            int count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read is 0);
            ReadOnlySpan<char> decoded = chars.AsSpan(0, count);
            decoded = isFirst && decoded is ['\uFEFF', ..] ? decoded[1..] : decoded;
            isFirst = isFirst && count is 0;
            isText &= !decoded.Contains(UndecodableText[0]);
            utf8.Write(written, 0, Encoding.UTF8.GetBytes(decoded, written));
        }
        while (read > 0);
        return isText;
    }

    /// <summary>Gives GBK and its elders the name of the one that holds them all, and Latin-1 its full name.</summary>
    private static string Canonical(string name) => name.ToUpperInvariant() switch
    {
        "GBK" or "GB2312" or "CP936" or "GB-18030" => "gb18030",
        "LATIN-1" or "LATIN1" => "iso-8859-1",
        "UTF-16LE" => "utf-16",
        "UTF-16BE" => "utf-16BE",
        "UTF8" => "utf-8",
        _ => name,
    };
}
