using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProdSales.Learning.Boosting.Native;

/// <summary>The shared library of XGBoost, or the reason why it is not there. Scoring never needs it; training of trees does.</summary>
/// <remarks>
/// OpenMP reads OMP_WAIT_POLICY once, when the library is loaded, from the environment of the C library, which
/// <see cref="Environment.SetEnvironmentVariable(string, string?)"/> does not reach. Waiting threads that spin take 35 times as long on a busy machine.
/// </remarks>
public sealed partial class XgBoostLibrary
{
    /// <summary>The environment variable that names another file; a name that cannot be loaded makes the library absent.</summary>
    public const string PathVariable = "PRODSALES_XGBOOST";

    private const string DefaultName = "libxgboost.so.0";
    private static readonly Lazy<XgBoostLibrary> Found = new(() => At(Environment.GetEnvironmentVariable(PathVariable) ?? DefaultName));
    private static readonly Lock Loading = new();
    private static readonly ConcurrentQueue<string> Log = new();
    private static nint s_loaded;

    private XgBoostLibrary(string? version, string? problem) => (Version, Problem) = (version, problem);

    /// <summary>Gets the library of this machine; it is looked for once.</summary>
    public static XgBoostLibrary Installed => Found.Value;

    /// <summary>Gets the version, as in 1.7.4; null when it is not there.</summary>
    public string? Version { get; }

    /// <summary>Gets the reason why it is not there, in the words of the loader; null when it is.</summary>
    public string? Problem { get; }

    /// <summary>Gets a value indicating whether trees can be trained.</summary>
    public bool IsAvailable => Problem is null;

    /// <summary>Gets the last warnings of the library, at most 20.</summary>
    public static IReadOnlyList<string> Warnings => [.. Log];

    /// <summary>Loads the library from a file, unless it was loaded before: a process has one.</summary>
    public static unsafe XgBoostLibrary At(string path)
    {
        lock (Loading)
        {
            _ = SetEnvironment("OMP_WAIT_POLICY", "PASSIVE", 0);
            nint handle;
            try
            {
                handle = NativeLibrary.Load(path);
            }
            catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
            {
                return new XgBoostLibrary(null, failure.Message.Split('\n')[0].Trim());
            }

            if (s_loaded == 0)
            {
                s_loaded = handle;
                NativeLibrary.SetDllImportResolver(typeof(XgBoostLibrary).Assembly, Resolve);
                XgBoostException.Check(LibXgBoost.RegisterLogCallback(&Hear));
                XgBoostException.Check(LibXgBoost.SetGlobalConfig("""{"verbosity": 1}"""));
            }

            LibXgBoost.Version(out int major, out int minor, out int patch);
            return new XgBoostLibrary(string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{patch}"), null);
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search) => name == LibXgBoost.Name ? s_loaded : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe void Hear(byte* text)
    {
        if (Marshal.PtrToStringUTF8((nint)text) is { } line)
        {
            Log.Enqueue(line);
            while (Log.Count > 20 && Log.TryDequeue(out _))
            {
                // Only the last ones are kept.
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int isOverwriting);
}
