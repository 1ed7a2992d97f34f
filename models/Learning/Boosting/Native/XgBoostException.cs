using System.Runtime.InteropServices;

namespace ProdSales.Learning.Boosting.Native;

/// <summary>XGBoost failed, in its own words; the same call fails again, so that there is nothing to retry.</summary>
public sealed class XgBoostException : Exception
{
    internal XgBoostException(string message)
        : base(message)
    {
    }

    /// <summary>Throws where a call of the library did not give 0.</summary>
    internal static void Check(int result)
    {
        if (result != 0)
        {
            string text = Marshal.PtrToStringUTF8(LibXgBoost.LastError()) ?? "";
            string said = text.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "no reason given";
            throw new XgBoostException($"XGBoost: {said}");
        }
    }
}
