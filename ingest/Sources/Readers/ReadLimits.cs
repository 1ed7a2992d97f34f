namespace ProdSales.Sources.Readers;

/// <summary>What a file may cost at most.</summary>
public sealed record ReadLimits
{
    /// <summary>Gets the longest record in bytes; a longer one is a defect. 4 MiB.</summary>
    public int MaxRecordBytes { get; init; } = 4 << 20;

    /// <summary>Gets the most bytes that a compressed file may unpack to. 64 GiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 64L << 30;

    /// <summary>Gets how many times its packed size a file of more than 16 MiB may unpack to. 200; text rarely passes 30.</summary>
    public int MaxUnpackedRatio { get; init; } = 200;

    /// <summary>Gets how many defects are kept with their text; further ones are only counted. 10,000.</summary>
    public int MaxKeptDefects { get; init; } = 10_000;
}
