using System.Diagnostics;

namespace ProdSales.Support;

/// <summary>A disk of 60 MB.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk() => Run("mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", _folder.Path);

    private string Filler => File("filler");

    public static SmallDisk Mount() => new();

    public static bool CanMount()
    {
        try
        {
            using SmallDisk disk = Mount();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public string File(string name) => _folder.File(name);

    public void Fill()
    {
        using FileStream stream = System.IO.File.Create(Filler);
        byte[] block = new byte[64 << 10];
        try
        {
            while (true)
            {
                stream.Write(block);
                stream.Flush();
            }
        }
        catch (IOException)
        {
            // The disk is full, as it should be.
        }
    }

    public void FreeSome()
    {
        if (System.IO.File.Exists(Filler))
        {
            System.IO.File.Delete(Filler);
            return;
        }

        Run("mount", "-o", "remount,size=200m", _folder.Path);
    }

    public void Dispose()
    {
        Run("umount", "-l", _folder.Path);
        _folder.Dispose();
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {error}");
        }
    }
}
