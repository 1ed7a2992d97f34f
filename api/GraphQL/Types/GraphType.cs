using ProdSales.GraphQL.Types.Input;

namespace ProdSales.GraphQL.Types;

/// <summary>A type as a field or an argument refers to it: a named type, a list of a type, or a type without null.</summary>
public abstract class GraphType
{
    private protected GraphType()
    {
    }

    /// <summary>The named type under all lists and non-null marks.</summary>
    public NamedType Named
    {
        get
        {
            GraphType type = this;
            while (type is not NamedType)
            {
                type = type is ListType list ? list.Item : ((NonNullType)type).Inner;
            }

            return (NamedType)type;
        }
    }

    /// <summary>This type without its outermost non-null mark.</summary>
    public GraphType Nullable => this is NonNullType nonNull ? nonNull.Inner : this;

    /// <summary>Whether arguments and variables may have this type: scalars, enums and input objects may.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether fields may have this type: all but input objects may.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether values of this type are written without a selection: scalars and enums.</summary>
    public bool IsLeaf => Named is ScalarType or EnumType;
}
