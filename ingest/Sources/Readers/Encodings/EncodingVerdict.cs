namespace ProdSales.Sources.Readers.Encodings;

/// <summary>What a look at every line says about the encoding of a text that is not all UTF-8.</summary>
internal sealed record EncodingVerdict
{
    /// <summary>All lines.</summary>
    internal long Lines { get; init; }

    /// <summary>Lines beyond ASCII that are UTF-8.</summary>
    internal long Utf8Lines { get; init; }

    /// <summary>Lines that are not UTF-8.</summary>
    internal long OtherLines { get; init; }

    /// <summary>The first line that is not UTF-8; null when there is none.</summary>
    internal long? FirstOtherLine { get; init; }

    /// <summary>Whether every line is GB18030.</summary>
    internal bool IsGb18030 { get; init; } = true;

    /// <summary>Whether the whole text is to be read as GB18030: a short GBK text may be UTF-8 by chance, a long one is not.</summary>
    internal bool SaysGb18030 => IsGb18030 && OtherLines > 0 && Utf8Lines * 10 <= OtherLines;

    /// <summary>Whether the text is UTF-8 with some damaged or foreign lines, which are then defects.</summary>
    internal bool SaysUtf8 => !SaysGb18030 && (Utf8Lines > 0 || OtherLines * 20 <= Lines);
}
