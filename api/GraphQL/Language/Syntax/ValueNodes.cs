namespace ProdSales.GraphQL.Language.Syntax;

/// <summary>A literal or a variable.</summary>
internal abstract record ValueNode(int Start) : Node(Start);

/// <summary><c>$name</c>; blanks may stand before the name.</summary>
internal sealed record VariableNode(int Start, string Name, int NameStart) : ValueNode(Start);

/// <summary>An integer as written.</summary>
internal sealed record IntValueNode(int Start, string Text) : ValueNode(Start);

/// <summary>A number with a fraction or an exponent, as written.</summary>
internal sealed record FloatValueNode(int Start, string Text) : ValueNode(Start);

/// <summary>A quoted or block string, decoded.</summary>
internal sealed record StringValueNode(int Start, string Value, bool IsBlock) : ValueNode(Start);

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanValueNode(int Start, bool Value) : ValueNode(Start);

/// <summary><c>null</c>.</summary>
internal sealed record NullValueNode(int Start) : ValueNode(Start);

/// <summary>The bare name of an enum's value.</summary>
internal sealed record EnumValueNode(int Start, string Value) : ValueNode(Start);

/// <summary><c>[values]</c>.</summary>
internal sealed record ListValueNode(int Start, ValueNode[] Values) : ValueNode(Start);

/// <summary><c>{fields}</c>.</summary>
internal sealed record ObjectValueNode(int Start, ObjectFieldNode[] Fields) : ValueNode(Start);

/// <summary><c>name: value</c> of an input object.</summary>
internal sealed record ObjectFieldNode(int Start, Name Name, ValueNode Value) : Node(Start);
