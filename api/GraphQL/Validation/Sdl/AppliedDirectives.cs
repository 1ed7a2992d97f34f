using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Validation.Sdl;

/// <summary>The rules about directives that stand in a schema (chapter 5.7 of the specification).</summary>
internal static class AppliedDirectives
{
    public static void KnownDirectives(SdlContext context)
    {
        Dictionary<string, string[]> known = Known<string[]>(context, directive => [.. directive.Locations], directive => [.. directive.Locations.Select(location => location.Value)]);
        foreach (SdlPlace place in SdlPlace.Of(context.Definitions))
        {
            foreach (DirectiveNode directive in place.Directives)
            {
                if (!known.TryGetValue(directive.Name.Value, out string[]? locations))
                {
                    context.Report($"Unknown directive \"@{directive.Name}\".", directive.Start);
                }
                else if (!locations.Contains(place.Location, StringComparer.Ordinal))
                {
                    context.Report($"Directive \"@{directive.Name}\" may not be used on {place.Location}.", directive.Start);
                }
            }
        }
    }

    public static void UniqueDirectivesPerLocation(SdlContext context)
    {
        Dictionary<string, bool> repeatable = Known(context, directive => directive.IsRepeatable, directive => directive.IsRepeatable);
        Dictionary<(object Owner, string Directive), DirectiveNode> known = new(OwnerComparer.Instance);
        foreach (SdlPlace place in SdlPlace.Of(context.Definitions))
        {
            foreach (DirectiveNode directive in place.Directives.Where(directive => repeatable.TryGetValue(directive.Name.Value, out bool mayRepeat) && !mayRepeat))
            {
                if (!known.TryAdd((place.Owner, directive.Name.Value), directive))
                {
                    context.Report($"The directive \"@{directive.Name}\" can only be used once at this location.", known[(place.Owner, directive.Name.Value)].Start, directive.Start);
                }
            }
        }
    }

    public static void KnownArgumentNames(SdlContext context)
    {
        Dictionary<string, string[]> known = Known<string[]>(
            context,
            directive => [.. directive.Arguments.Select(argument => argument.Name)],
            directive => [.. directive.Arguments.Select(argument => argument.Name.Value)]);
        foreach (DirectiveNode directive in Applied(context))
        {
            string[]? names = known.GetValueOrDefault(directive.Name.Value);
            foreach (ArgumentNode argument in directive.Arguments.Where(argument => names?.Contains(argument.Name.Value, StringComparer.Ordinal) == false))
            {
                string hint = Suggestions.DidYouMean(null, argument.Name.Value, names!);
                context.Report($"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{hint}", argument.Start);
            }
        }
    }

    public static void ProvidedRequiredArguments(SdlContext context)
    {
        Dictionary<string, (string Name, string Type)[]> required = Known<(string, string)[]>(
            context,
            directive => [.. directive.Arguments.Where(argument => argument.IsRequired).Select(argument => (argument.Name, argument.Type.ToString()!))],
            directive => [.. directive.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }).Select(argument => (argument.Name.Value, Printer.Print(argument.Type)))]);
        foreach (DirectiveNode directive in Applied(context))
        {
            foreach ((string name, string type) in required.GetValueOrDefault(directive.Name.Value) ?? [])
            {
                if (!Array.Exists(directive.Arguments, argument => argument.Name.Value == name))
                {
                    context.Report($"Directive \"@{directive.Name}\" argument \"{name}\" of type \"{type}\" is required, but it was not provided.", directive.Start);
                }
            }
        }
    }

    public static void UniqueArgumentNames(SdlContext context)
    {
        foreach (DirectiveNode directive in Applied(context))
        {
            foreach (IGrouping<string, ArgumentNode> same in directive.Arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            {
                context.Report($"There can be only one argument named \"{same.Key}\".", same.Select(argument => argument.Name.Start));
            }
        }
    }

    /// <summary>Every directive that is applied somewhere, in the order of the text.</summary>
    public static IEnumerable<DirectiveNode> Applied(SdlContext context) => SdlPlace.Of(context.Definitions).SelectMany(place => place.Directives);

    /// <summary>Something of every directive that may be used: those of the extended schema, or of the specification, and those of the document.</summary>
    private static Dictionary<string, T> Known<T>(SdlContext context, Func<DirectiveDefinition, T> ofSchema, Func<DirectiveDefinitionNode, T> ofDocument)
    {
        Dictionary<string, T> known = (context.Existing?.Directives ?? BuiltIns.Directives).ToDictionary(directive => directive.Name, ofSchema, StringComparer.Ordinal);
        foreach (DirectiveDefinitionNode directive in context.Definitions.OfType<DirectiveDefinitionNode>())
        {
            known[directive.Name.Value] = ofDocument(directive);
        }

        return known;
    }

    /// <summary>Parts of a document are told apart by where they are, names of types and the schema by what they say.</summary>
    private sealed class OwnerComparer : IEqualityComparer<(object Owner, string Directive)>
    {
        public static OwnerComparer Instance { get; } = new();

        public bool Equals((object Owner, string Directive) x, (object Owner, string Directive) y)
            => x.Directive == y.Directive && (x.Owner is Node ? ReferenceEquals(x.Owner, y.Owner) : x.Owner.Equals(y.Owner));

        public int GetHashCode((object Owner, string Directive) value)
            => HashCode.Combine(value.Directive, value.Owner is Node part ? part.Start : value.Owner.GetHashCode());
    }
}
