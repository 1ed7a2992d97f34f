using Xunit;

namespace ProdSales.Support;

/// <summary>A test that mounts a small disk in memory; skipped, with the reason, where that is not allowed.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !SmallDisk.CanMount())
        {
            Skip = "Mounting a small tmpfs needs root and the right to mount.";
        }
    }
}
