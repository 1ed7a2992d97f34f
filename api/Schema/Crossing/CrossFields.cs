using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves the fields of crosses.</summary>
internal static class CrossFields
{
    internal static void Resolve(SchemaBuilder schema, CrossQuestion question)
    {
        schema.Object("Query").Field("crosses").Resolve(_ => question.Definitions);
        schema.Object("Query").Field("cross").ResolveAsync(async context => await question.AnswerAsync(context).ConfigureAwait(false));
        Definition(schema.Object("CrossDefinition"));
        FieldsTypeBuilder cross = schema.Object("Cross");
        cross.Field("definition").Resolve(context => context.Of<CrossAnswer>().Request.Cross);
        cross.Field("by").Resolve(context => SchemaNames.Constant(context.Of<CrossAnswer>().By.Name));
        cross.Field("verdict").Resolve(context => SchemaNames.Constant(context.Of<CrossAnswer>().Verdict));
        cross.Field("overall").Resolve(context => context.Of<CrossAnswer>().Overall);
        cross.Field("within").Resolve(context => context.Of<CrossAnswer>().Within);
        cross.Field("partial").Resolve(context => context.Of<CrossAnswer>().Partial);
        cross.Field("cells").Resolve(context => context.Of<CrossAnswer>().Cells.Take(Math.Max(0, context.Arguments.Value<int>("first"))).ToArray());
        cross.Field("incomplete").Resolve(context => context.Of<CrossAnswer>().Incomplete);
        cross.Field("sql").Resolve(context => context.Of<CrossAnswer>().Sql);
        FieldsTypeBuilder relation = schema.Object("CrossRelation");
        relation.Field("cells").Resolve(context => context.Of<Relation>().Cells);
        relation.Field("correlation").Resolve(context => context.Of<Relation>().Correlation);
        relation.Field("low").Resolve(context => context.Of<Relation>().Low);
        relation.Field("high").Resolve(context => context.Of<Relation>().High);
        FieldsTypeBuilder cell = schema.Object("CrossCell");
        cell.Field("id").Resolve(context => context.Of<CrossCell>().Id);
        cell.Field("name").Resolve(context => context.Of<CrossCell>().Name);
        cell.Field("step").Resolve(context => context.Of<CrossCell>().Step);
        cell.Field("x").Resolve(context => context.Of<CrossCell>().X);
        cell.Field("y").Resolve(context => context.Of<CrossCell>().Y);
        cell.Field("control").Resolve(context => context.Of<CrossCell>().Control);
    }

    private static void Definition(FieldsTypeBuilder definition)
    {
        definition.Field("name").Resolve(context => SchemaNames.Constant(context.Of<Cross>().Name));
        definition.Field("label").Resolve(context => context.Told(context.Of<Cross>().Label));
        definition.Field("description").Resolve(context => context.Told(context.Of<Cross>().Description));
        definition.Field("x").Resolve(context => SchemaNames.Of(context.Of<Cross>().X));
        definition.Field("y").Resolve(context => SchemaNames.Of(context.Of<Cross>().Y));
        definition.Field("control").Resolve(context => context.Of<Cross>().Control is { } control ? SchemaNames.Of(control) : null);
        definition.Field("by").Resolve(context => context.Of<Cross>().By.Select(dimension => SchemaNames.Constant(dimension.Name)).ToArray());
        definition.Field("step").Resolve(context => context.Of<Cross>().Step?.ToString().ToUpperInvariant());
    }
}
