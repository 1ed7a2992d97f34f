namespace ProdSales.Loading.Intake;

/// <summary>The keys of the rows of one chunk, one array a key column; 0, the unknown member, where a row names none or is bad.</summary>
internal sealed class RowKeys
{
    internal RowKeys(int rows, int references)
    {
        SourceKeys = new short[rows];
        RegionKeys = new short[rows];
        OwnRegionKeys = new short[rows];
        ReferenceKeys = [.. Enumerable.Range(0, references).Select(_ => new int[rows])];
    }

    /// <summary>Gets the source systems.</summary>
    internal short[] SourceKeys { get; }

    /// <summary>Gets the regions that the rows belong to.</summary>
    internal short[] RegionKeys { get; }

    /// <summary>Gets the regions that the rows name themselves.</summary>
    internal short[] OwnRegionKeys { get; }

    /// <summary>Gets the versions of the members, in the order of the feed's references.</summary>
    internal int[][] ReferenceKeys { get; }
}
