namespace ProdSales.GraphQL.Types;

/// <summary>A concrete type with fields.</summary>
public sealed class ObjectType : FieldsType
{
    internal ObjectType(string name, string? description)
        : base(name, description)
    {
    }
}
