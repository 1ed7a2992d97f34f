namespace ProdSales.Sources.Readers.Encodings;

/// <summary>A text that can be read as UTF-8.</summary>
/// <param name="Path">The file, or its transcoded copy.</param>
/// <param name="Offset">Where the text begins, behind a byte-order mark.</param>
/// <param name="IsTrusted">Whether nothing was lost on the way; else some bytes were no text.</param>
/// <param name="IsDetermined">Whether the encoding was declared, marked or judged by the whole file, and not just taken to be UTF-8.</param>
/// <param name="Remarks">What an operator should know.</param>
internal sealed record Utf8Text(string Path, int Offset, bool IsTrusted, bool IsDetermined, IReadOnlyList<string> Remarks)
{
    /// <summary>Opens the text at its beginning.</summary>
    internal FileStream Open()
    {
        FileStream stream = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        stream.Seek(Offset, SeekOrigin.Begin);
        return stream;
    }
}
