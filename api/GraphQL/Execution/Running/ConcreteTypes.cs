using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <summary>Which object type a value of an interface or union has.</summary>
internal static class ConcreteTypes
{
    /// <summary>The name that the schema's author tells, or that a dictionary carries as <c>__typename</c>; null when nobody knows.</summary>
    public static string? NameOf(NamedType type, object value)
    {
        Func<object, string?>? tell = type is InterfaceType contract ? contract.TypeOf : ((UnionType)type).TypeOf;
        return tell is not null ? tell(value)
            : value is IReadOnlyDictionary<string, object?> map && map.TryGetValue("__typename", out object? name) ? name as string
            : null;
    }
}
