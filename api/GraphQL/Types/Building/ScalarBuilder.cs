using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>Describes a scalar of the schema's own.</summary>
public sealed class ScalarBuilder : TypeBuilder
{
    private ScalarCodec _codec = AnyCodec.Instance;
    private string? _specifiedByUrl;

    internal ScalarBuilder(string name)
        : base(name)
    {
    }

    /// <summary>Says what the values mean, as Markdown.</summary>
    public ScalarBuilder Describe(string? description)
    {
        Description = description;
        return this;
    }

    /// <summary>Sets how values are read and written; without it every plain value passes as it is.</summary>
    public ScalarBuilder Codec(ScalarCodec codec)
    {
        _codec = codec;
        return this;
    }

    /// <summary>Tells where the form of the values is specified.</summary>
    public ScalarBuilder SpecifiedBy(string? url)
    {
        _specifiedByUrl = url;
        return this;
    }

    internal override NamedType Declare() => Built = new ScalarType(Name, Description, _specifiedByUrl, _codec);

    internal override void Complete(TypeReferences types)
    {
    }
}
