using ProdSales.Native;
using ProdSales.Support;

namespace ProdSales.Warehouse.Tests.Native;

public sealed class DuckDbLibraryTests
{
    [Fact]
    public void The_library_beside_the_assembly_is_of_the_pinned_version()
    {
        Assert.Equal("v1.5.6", DuckDbLibrary.RequiredVersion);
        Assert.Equal(DuckDbLibrary.RequiredVersion, DuckDbLibrary.Version);
        Assert.NotEqual(0, DuckDbLibrary.LoadFrom(AppContext.BaseDirectory));
    }

    [Fact]
    public void A_library_that_is_absent_is_told_with_the_command_that_installs_it()
    {
        using var folder = new TemporaryFolder();

        DllNotFoundException error = Assert.Throws<DllNotFoundException>(() => DuckDbLibrary.LoadFrom(folder.Path));

        Assert.Equal(
            $"DuckDB's library is not at {folder.File("libduckdb.so")}. Run `npm ci --prefix warehouse/Native/npm` and build again.", error.Message);
    }

    [Fact]
    public void A_library_of_another_version_is_refused_with_both_versions()
    {
        DllNotFoundException error = Assert.Throws<DllNotFoundException>(() => DuckDbLibrary.RequireVersion("libduckdb.so", "v1.4.0"));

        Assert.Contains("is v1.4.0; this build needs v1.5.6", error.Message, StringComparison.Ordinal);
    }
}
