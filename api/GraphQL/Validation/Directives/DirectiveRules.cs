using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Validation.Directives;

/// <summary>The rules about directives (chapter 5.7 of the specification).</summary>
internal static class DirectiveRules
{
    public static void KnownDirectives(Visits visits) => DirectivePlaces.Visit(visits, (context, directives, location) =>
    {
        foreach (DirectiveNode directive in directives)
        {
            DirectiveDefinition? definition = context.Schema.Directive(directive.Name.Value);
            if (definition is null)
            {
                context.Report($"Unknown directive \"@{directive.Name}\".", directive.Start);
            }
            else if (!definition.Locations.Contains(location))
            {
                context.Report($"Directive \"@{directive.Name}\" may not be used on {location}.", directive.Start);
            }
        }
    });

    public static void UniqueDirectivesPerLocation(Visits visits) => DirectivePlaces.Visit(visits, (context, directives, _) =>
    {
        if (directives.Length < 2)
        {
            return;
        }

        Dictionary<string, DirectiveNode> known = new(StringComparer.Ordinal);
        foreach (DirectiveNode directive in directives)
        {
            bool mayRepeat = context.Schema.Directive(directive.Name.Value) is not { IsRepeatable: false };
            if (!mayRepeat && !known.TryAdd(directive.Name.Value, directive))
            {
                context.Report($"The directive \"@{directive.Name}\" can only be used once at this location.", known[directive.Name.Value].Start, directive.Start);
            }
        }
    });
}
