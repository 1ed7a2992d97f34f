using System.ComponentModel;
using System.Diagnostics;

namespace ProdSales.Host.Tests.Caching;

/// <summary>A test that asks with curl; skipped, with the reason, where it is absent.</summary>
internal sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute()
    {
        try
        {
            using Process curl = Process.Start(new ProcessStartInfo("curl", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            curl.StandardOutput.ReadToEnd();
            curl.WaitForExit();
        }
        catch (Win32Exception)
        {
            Skip = "curl is not installed.";
        }
    }
}
