namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>What happens to a value that a value map does not name.</summary>
internal enum MapElse
{
    /// <summary>The row is bad, and says so.</summary>
    Error,

    /// <summary>The value stays as it is.</summary>
    Keep,

    /// <summary>The value becomes missing.</summary>
    Null,
}
