using ProdSales.GraphQL.Language.Parsing;

namespace ProdSales.GraphQL.Types.Building;

/// <summary>Describes an object type or an interface.</summary>
public sealed class FieldsTypeBuilder : TypeBuilder
{
    private readonly OrderedDictionary<string, FieldBuilder> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _interfaces = [];
    private Func<object, string?>? _typeOf;

    internal FieldsTypeBuilder(string name, bool isInterface)
        : base(name) => IsInterface = isInterface;

    internal bool IsInterface { get; }

    /// <summary>Says what the type means, as Markdown.</summary>
    public FieldsTypeBuilder Describe(string? description)
    {
        Description = description;
        return this;
    }

    /// <summary>Adds an interface that the type implements; its fields must be added as well.</summary>
    public FieldsTypeBuilder Implements(string interfaceName)
    {
        _interfaces.Add(interfaceName);
        return this;
    }

    /// <summary>Adds a field.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="type">The type as the language writes it, for example <c>[Region!]!</c>; it may be defined later.</param>
    /// <exception cref="ArgumentException">The type is not well formed, or the field is there already.</exception>
    public FieldBuilder Field(string name, string type) => Add(new FieldBuilder(Name, name, DocumentParser.ParseType(type)));

    /// <summary>A field that was added before, to describe it further.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public FieldBuilder Field(string name)
        => _fields.TryGetValue(name, out FieldBuilder? field) ? field : throw new ArgumentException($"Type {Name} has no field \"{name}\".", nameof(name));

    /// <summary>Tells, for an interface, which object type a resolver's result is; the name, or null when it is none.</summary>
    public FieldsTypeBuilder ResolveType(Func<object, string?> typeOf)
    {
        _typeOf = typeOf;
        return this;
    }

    /// <summary>Resolves every field as the field of the same name of another type, with what is attached to it.</summary>
    /// <exception cref="ArgumentException">The other type lacks one of the fields.</exception>
    public FieldsTypeBuilder ResolveAs(FieldsTypeBuilder other)
    {
        foreach (FieldBuilder field in _fields.Values)
        {
            field.ResolveAs(other.Field(field.Name));
        }

        return this;
    }

    internal FieldBuilder Add(FieldBuilder field)
        => _fields.TryAdd(field.Name, field) ? field : throw new ArgumentException($"Field {Name}.{field.Name} is defined twice.", nameof(field));

    internal IEnumerable<FieldBuilder> Fields => _fields.Values;

    internal override NamedType Declare()
        => Built = IsInterface ? new InterfaceType(Name, Description, _typeOf) : new ObjectType(Name, Description) { IsBuiltIn = Name.StartsWith("__", StringComparison.Ordinal) };

    internal override void Complete(TypeReferences types)
    {
        InterfaceType?[] interfaces = [.. _interfaces.Select(name => types.Named<InterfaceType>(name, Name))];
        ((FieldsType)Built!).Complete([.. _fields.Values.Select(field => field.Build(types))], [.. interfaces.OfType<InterfaceType>()]);
    }
}
