using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types.Input;
using ProdSales.GraphQL.Types.Scalars;

namespace ProdSales.GraphQL.Types.BuiltIn;

/// <summary>The scalars and directives that every schema has.</summary>
internal static class BuiltIns
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static ScalarType Int { get; } = Scalar(
        "Int",
        "A whole number of 32 bits with sign.",
        new IntCodec());

    public static ScalarType Float { get; } = Scalar(
        "Float",
        "A finite number of double precision (IEEE 754).",
        new FloatCodec());

    public static ScalarType String { get; } = Scalar(
        "String",
        "Unicode text.",
        new StringCodec());

    public static ScalarType Boolean { get; } = Scalar("Boolean", "`true` or `false`.", new BooleanCodec());

    public static ScalarType Id { get; } = Scalar(
        "ID",
        "An identifier: written as a string, accepted as a string or a whole number, and not meant for people.",
        new IdCodec());

    public static ScalarType[] Scalars { get; } = [Int, Float, String, Boolean, Id];

    public static DirectiveDefinition Include { get; } = Directive(
        "include",
        "Takes this field or fragment into the response only where `if` is true.",
        [new InputValue("if", new NonNullType(Boolean), "Whether to take it in.", null, null)],
        [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment]);

    public static DirectiveDefinition Skip { get; } = Directive(
        "skip",
        "Leaves this field or fragment out of the response where `if` is true.",
        [new InputValue("if", new NonNullType(Boolean), "Whether to leave it out.", null, null)],
        [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment]);

    public static DirectiveDefinition Deprecated { get; } = Directive(
        "deprecated",
        "Marks what should no longer be used.",
        [
            new InputValue(
                "reason",
                String,
                "Why, and what to use instead, as Markdown.",
                null,
                new StringValueNode(0, DefaultDeprecationReason, IsBlock: false)),
        ],
        [DirectiveLocations.FieldDefinition, DirectiveLocations.ArgumentDefinition, DirectiveLocations.InputFieldDefinition, DirectiveLocations.EnumValue]);

    public static DirectiveDefinition SpecifiedBy { get; } = Directive(
        "specifiedBy",
        "Tells where the form of a scalar is specified.",
        [new InputValue("url", new NonNullType(String), "The address of the specification.", null, null)],
        [DirectiveLocations.Scalar]);

    public static DirectiveDefinition OneOf { get; } = Directive(
        "oneOf", "Asks for exactly one field of an input object, and not for null.", [], [DirectiveLocations.InputObject]);

    /// <summary>Sends a fragment after the rest; only in schemas that declare it.</summary>
    public static DirectiveDefinition Defer { get; } = new(
        "defer",
        "Sends this fragment later than the rest of the response, to callers that read responses in parts.",
        [new InputValue("if", new NonNullType(Boolean), "Whether to send it later.", null, new BooleanValueNode(0, true)), new InputValue("label", String, "A name for the part.", null, null)],
        isRepeatable: false,
        [DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment]);

    /// <summary>Sends the items of a list one after the other; only in schemas that declare it.</summary>
    public static DirectiveDefinition Stream { get; } = new(
        "stream",
        "Sends the first items of this list with the response and the others later, to callers that read responses in parts.",
        [
            new InputValue("initialCount", new NonNullType(Int), "How many items to send with the response.", null, new IntValueNode(0, "0")),
            new InputValue("if", new NonNullType(Boolean), "Whether to send the others later.", null, new BooleanValueNode(0, true)),
            new InputValue("label", String, "A name for the part.", null, null),
        ],
        isRepeatable: false,
        [DirectiveLocations.Field]);

    public static DirectiveDefinition[] Directives { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    private static ScalarType Scalar(string name, string description, ScalarCodec codec) => new(name, description, null, codec) { IsBuiltIn = true };

    private static DirectiveDefinition Directive(string name, string description, InputValue[] arguments, string[] locations)
        => new(name, description, arguments, isRepeatable: false, locations) { IsBuiltIn = true };
}
