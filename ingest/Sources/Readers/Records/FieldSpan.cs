using System.Runtime.InteropServices;

namespace ProdSales.Sources.Readers.Records;

/// <summary>Where a field of the current record lies in the reader's buffer, without its quotes.</summary>
/// <param name="Start">The offset of its first byte from the start of the record.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="HasDoubledQuotes">Whether quotes within it are written twice.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldSpan(int Start, int Length, bool HasDoubledQuotes);
