namespace ProdSales.GraphQL.Types.Building;

/// <summary>A directive of the schema's own that is being built.</summary>
internal sealed record DirectiveBuilder(string Name, string? Description, IReadOnlyList<InputValueBuilder> Arguments, bool IsRepeatable, string[] Locations)
{
    public DirectiveDefinition Build(TypeReferences types)
        => new(Name, Description, InputValueBuilder.Build(Arguments, types, "@" + Name), IsRepeatable, Locations);
}
