using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Types.Introspection;

/// <summary>The introspection types, the same objects in every schema.</summary>
internal static class IntrospectionTypes
{
    public static IReadOnlyList<NamedType> All { get; } = Build();

    public static ObjectType Schema { get; } = (ObjectType)All.First(type => type.Name == "__Schema");

    public static ObjectType Type { get; } = (ObjectType)All.First(type => type.Name == "__Type");

    private static NamedType[] Build()
    {
        SchemaBuilder builder = new(isIntrospection: true);
        builder.AddSdl(IntrospectionSchema.Sdl);
        IntrospectionResolvers.Attach(builder);
        return [.. builder.BuildTypes().Where(type => type is not ScalarType)];
    }
}
