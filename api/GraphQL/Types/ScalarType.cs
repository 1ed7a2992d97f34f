namespace ProdSales.GraphQL.Types;

/// <summary>A leaf type whose values are single pieces of text, numbers or truth values.</summary>
public sealed class ScalarType : NamedType
{
    internal ScalarType(string name, string? description, string? specifiedByUrl, Scalars.ScalarCodec codec)
        : base(name, description)
    {
        SpecifiedByUrl = specifiedByUrl;
        Codec = codec;
    }

    /// <summary>Where the form of the values is specified, or null.</summary>
    public string? SpecifiedByUrl { get; }

    /// <summary>How values are read and written.</summary>
    public Scalars.ScalarCodec Codec { get; }
}
