namespace ProdSales.GraphQL.Types.Input;

/// <summary>A structured argument.</summary>
public sealed class InputObjectType : NamedType
{
    private readonly Dictionary<string, InputValue> _byName = new(StringComparer.Ordinal);
    private InputValue[] _fields = [];

    internal InputObjectType(string name, string? description, bool isOneOf)
        : base(name, description) => IsOneOf = isOneOf;

    /// <summary>Whether exactly one field must be given (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; }

    /// <summary>The fields in the order of their definition.</summary>
    public IReadOnlyList<InputValue> Fields => _fields;

    /// <summary>The field of that name, or null.</summary>
    public InputValue? Field(string name) => _byName.GetValueOrDefault(name);

    internal void Complete(InputValue[] fields)
    {
        _fields = fields;
        foreach (InputValue field in fields)
        {
            _byName[field.Name] = field;
        }
    }
}
