namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>The kinds of change, by the names of the reference implementation.</summary>
public enum ChangeKind
{
    /// <summary>A type is gone.</summary>
    TypeRemoved,

    /// <summary>A type is of another kind.</summary>
    TypeChangedKind,

    /// <summary>A union lost a member.</summary>
    TypeRemovedFromUnion,

    /// <summary>An enum lost a value.</summary>
    ValueRemovedFromEnum,

    /// <summary>An input type got a field that must be given.</summary>
    RequiredInputFieldAdded,

    /// <summary>A type no longer implements an interface.</summary>
    ImplementedInterfaceRemoved,

    /// <summary>A field is gone.</summary>
    FieldRemoved,

    /// <summary>A field has a type that does not fit its callers.</summary>
    FieldChangedKind,

    /// <summary>A field got an argument that must be given.</summary>
    RequiredArgAdded,

    /// <summary>An argument is gone.</summary>
    ArgRemoved,

    /// <summary>An argument has a type that does not take what callers give.</summary>
    ArgChangedKind,

    /// <summary>A directive is gone.</summary>
    DirectiveRemoved,

    /// <summary>An argument of a directive is gone.</summary>
    DirectiveArgRemoved,

    /// <summary>A directive got an argument that must be given.</summary>
    RequiredDirectiveArgAdded,

    /// <summary>A directive may no longer stand several times at one place.</summary>
    DirectiveRepeatableRemoved,

    /// <summary>A directive may no longer stand at a place.</summary>
    DirectiveLocationRemoved,

    /// <summary>An enum got a value.</summary>
    ValueAddedToEnum,

    /// <summary>A union got a member.</summary>
    TypeAddedToUnion,

    /// <summary>An input type got a field that may be left out.</summary>
    OptionalInputFieldAdded,

    /// <summary>A field got an argument that may be left out.</summary>
    OptionalArgAdded,

    /// <summary>A type implements one more interface.</summary>
    ImplementedInterfaceAdded,

    /// <summary>The default of an argument is another, or gone.</summary>
    ArgDefaultValueChange,

    /// <summary>A type is new.</summary>
    TypeAdded,

    /// <summary>A field is new.</summary>
    FieldAdded,

    /// <summary>A directive is new.</summary>
    DirectiveAdded,

    /// <summary>A field, argument or value is now deprecated.</summary>
    Deprecated,
}
