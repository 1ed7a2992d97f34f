using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace ProdSales.Native;

/// <summary>Reads text that libduckdb keeps as its own: copied, never freed. Null reads as empty.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedText))]
internal static class BorrowedText
{
    /// <summary>Copies the text.</summary>
    public static string ConvertToManaged(nint text) => Marshal.PtrToStringUTF8(text) ?? "";
}
