namespace ProdSales.GraphQL.Types;

/// <summary>Fields that several object types share.</summary>
public sealed class InterfaceType : FieldsType
{
    internal InterfaceType(string name, string? description, Func<object, string?>? typeOf)
        : base(name, description) => TypeOf = typeOf;

    internal Func<object, string?>? TypeOf { get; }
}
