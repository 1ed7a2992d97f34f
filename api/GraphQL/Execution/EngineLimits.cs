namespace ProdSales.GraphQL.Execution;

/// <summary>What one request may cost; everything above is refused before it runs.</summary>
public sealed record EngineLimits
{
    /// <summary>Nested selection sets, lists, objects and list types of a document; guards the stack.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Tokens of a document.</summary>
    public int Tokens { get; init; } = 10_000;

    /// <summary>UTF-8 bytes of a document.</summary>
    public int DocumentBytes { get; init; } = 256 * 1024;

    /// <summary>UTF-8 bytes of one string literal of a document.</summary>
    public int StringBytes { get; init; } = 64 * 1024;

    /// <summary>Characters of one number literal of a document.</summary>
    public int NumberLength { get; init; } = 64;

    /// <summary>Items of one list in the variables.</summary>
    public int ListItems { get; init; } = 10_000;

    /// <summary>Aliases of a document.</summary>
    public int Aliases { get; init; } = 100;

    /// <summary>Aliases in one selection set, fragments not followed.</summary>
    public int AliasesInOneSelection { get; init; } = 30;

    /// <summary>Fields that an operation selects on its root type.</summary>
    public int RootFields { get; init; } = 20;

    /// <summary>Directives of a document.</summary>
    public int Directives { get; init; } = 50;

    /// <summary>Directives at one place of a document.</summary>
    public int DirectivesAtOnePlace { get; init; } = 4;

    /// <summary>Operations of a document.</summary>
    public int Operations { get; init; } = 20;

    /// <summary>Fragment definitions of a document.</summary>
    public int Fragments { get; init; } = 100;

    /// <summary>Variables of an operation.</summary>
    public int Variables { get; init; } = 100;

    /// <summary>Spreads of fragments in an operation once its fragments are written out.</summary>
    public int FragmentVisits { get; init; } = 1_000;

    /// <summary>Fields of an operation once its fragments are written out.</summary>
    public int ExpandedFields { get; init; } = 5_000;

    /// <summary>Places of a document that ask for a part of the answer of its own (<c>@defer</c>, <c>@stream</c>).</summary>
    public int PartDirectives { get; init; } = 10;

    /// <summary>Parts of one answer; what would be more is sent with the rest.</summary>
    public int Parts { get; init; } = 1_000;

    /// <summary>Estimated work of an operation: the weights of its fields, as often as they are resolved.</summary>
    public long FieldCost { get; init; } = 1_000_000;

    /// <summary>Estimated size of an operation's answer: its objects.</summary>
    public long TypeCost { get; init; } = 1_000_000;

    /// <summary>List fields of the introspection within each other (<c>fields { type { fields … } }</c>).</summary>
    public int IntrospectionDepth { get; init; } = 3;

    /// <summary><c>ofType</c> within each other in an introspection.</summary>
    public int IntrospectionTypeDepth { get; init; } = 16;

    /// <summary>Errors of one response; the rest is dropped.</summary>
    public int Errors { get; init; } = 100;

    /// <summary>Errors of validation after which it stops.</summary>
    public int ValidationErrors { get; init; } = 20;

    /// <summary>Comparisons of fields that validation may need.</summary>
    public int FieldComparisons { get; init; } = 100_000;

    /// <summary>Bytes that parsed documents may take in the cache, estimated.</summary>
    public long CacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>No limit but the depth that guards the stack: for documents that the program itself brings.</summary>
    public static EngineLimits None { get; } = new()
    {
        Depth = 200,
        Tokens = int.MaxValue,
        DocumentBytes = int.MaxValue,
        StringBytes = int.MaxValue,
        NumberLength = int.MaxValue,
        ListItems = int.MaxValue,
        Aliases = int.MaxValue,
        AliasesInOneSelection = int.MaxValue,
        RootFields = int.MaxValue,
        Directives = int.MaxValue,
        DirectivesAtOnePlace = int.MaxValue,
        Operations = int.MaxValue,
        Fragments = int.MaxValue,
        Variables = int.MaxValue,
        FragmentVisits = int.MaxValue,
        ExpandedFields = int.MaxValue,
        PartDirectives = int.MaxValue,
        Parts = int.MaxValue,
        FieldCost = long.MaxValue,
        TypeCost = long.MaxValue,
        IntrospectionDepth = int.MaxValue,
        IntrospectionTypeDepth = int.MaxValue,
        Errors = int.MaxValue,
        ValidationErrors = int.MaxValue,
        FieldComparisons = int.MaxValue,
    };
}
