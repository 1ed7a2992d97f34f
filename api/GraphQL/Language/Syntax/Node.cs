namespace ProdSales.GraphQL.Language.Syntax;

/// <summary>A piece of a document; <paramref name="Start"/> is the byte offset of its first token.</summary>
internal abstract record Node(int Start);

/// <summary>A name and where it stands.</summary>
internal readonly record struct Name(string Value, int Start)
{
    public override string ToString() => Value;
}

/// <summary>A whole document with the text it was read from.</summary>
internal sealed record DocumentNode(DefinitionNode[] Definitions, SourceText Source) : Node(0);

/// <summary>A top-level definition of a document.</summary>
internal abstract record DefinitionNode(int Start, StringValueNode? Description) : Node(Start);

/// <summary><c>@name(arguments)</c>.</summary>
internal sealed record DirectiveNode(int Start, Name Name, ArgumentNode[] Arguments) : Node(Start);

/// <summary><c>name: value</c> of a field or a directive.</summary>
internal sealed record ArgumentNode(int Start, Name Name, ValueNode Value) : Node(Start);
