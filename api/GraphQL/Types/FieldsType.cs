namespace ProdSales.GraphQL.Types;

/// <summary>A type with fields: an object type or an interface.</summary>
public abstract class FieldsType : NamedType
{
    private readonly Dictionary<string, FieldDefinition> _byName = new(StringComparer.Ordinal);
    private FieldDefinition[] _fields = [];
    private InterfaceType[] _interfaces = [];

    private protected FieldsType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>The fields in the order of their definition, introspection fields left out.</summary>
    public IReadOnlyList<FieldDefinition> Fields => _fields;

    /// <summary>The interfaces that this type implements, in the order of their definition.</summary>
    public IReadOnlyList<InterfaceType> Interfaces => _interfaces;

    /// <summary>The field of that name, or null.</summary>
    public FieldDefinition? Field(string name) => _byName.GetValueOrDefault(name);

    internal void Complete(FieldDefinition[] fields, InterfaceType[] interfaces)
    {
        _fields = fields;
        _interfaces = interfaces;
        foreach (FieldDefinition field in fields)
        {
            _byName[field.Name] = field;
        }
    }
}
