using ProdSales.GraphQL.Types.Sdl;

namespace ProdSales.GraphQL.Types.BuiltIn;

/// <summary>The directives by which callers ask for an answer in parts. They are no part of the specification yet: a schema has them by declaring them.</summary>
public static class PartDirectives
{
    /// <summary>The declarations of <c>@defer</c> and <c>@stream</c> in the schema language.</summary>
    public static string Sdl { get; } = $"{SchemaPrinter.Directive(BuiltIns.Defer)}\n\n{SchemaPrinter.Directive(BuiltIns.Stream)}\n\n";
}
