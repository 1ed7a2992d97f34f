using System.Runtime.InteropServices;

namespace ProdSales.Native;

/// <summary>Finds libduckdb beside the assembly, without environment variables, and refuses any version but the pinned one.</summary>
public static class DuckDbLibrary
{
    /// <summary>The name the imports use.</summary>
    internal const string Name = "duckdb";

    /// <summary>The version that the bindings were written and tested against.</summary>
    public const string RequiredVersion = "v1.5.6";

    private const string FileName = "libduckdb.so";

    private static readonly Lazy<nint> Loaded = new(Load);

    /// <summary>Gets the version of the library that is loaded, such as <c>v1.5.6</c>.</summary>
    public static string Version => LibDuckDb.LibraryVersion();

    /// <summary>Tells the runtime where the imports of this assembly are; called once, before the first of them.</summary>
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(DuckDbLibrary).Assembly, (name, _, _) => name == Name ? Loaded.Value : 0);

    /// <summary>Loads the library of a folder.</summary>
    /// <param name="folder">Where <c>libduckdb.so</c> must lie.</param>
    /// <returns>The handle of the loaded library.</returns>
    /// <exception cref="DllNotFoundException">The file is absent, is no library for this machine, or has another version.</exception>
    internal static nint LoadFrom(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new DllNotFoundException($"DuckDB's library is not at {path}. Run `npm ci --prefix warehouse/Native/npm` and build again.");
        }

        nint library = NativeLibrary.Load(path);
        RequireVersion(path, VersionOf(library));
        return library;
    }

    /// <summary>Refuses a library whose version is not the pinned one.</summary>
    /// <exception cref="DllNotFoundException">The version differs.</exception>
    internal static void RequireVersion(string path, string version)
    {
        if (version != RequiredVersion)
        {
            throw new DllNotFoundException(
                $"DuckDB's library at {path} is {version}; this build needs {RequiredVersion}. Run `npm ci --prefix warehouse/Native/npm` and build again.");
        }
    }

    private static nint Load() => LoadFrom(AppContext.BaseDirectory);

    private static unsafe string VersionOf(nint library)
    {
        var version = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "duckdb_library_version");
        return Marshal.PtrToStringUTF8(version()) ?? "of no version";
    }
}
