using System.Text.RegularExpressions;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves the fields of crosses.</summary>
internal static partial class CrossFields
{
    internal static void Resolve(SchemaBuilder schema, CrossQuestion question)
    {
        schema.Object("Query").Field("crosses").Resolve(_ => question.Definitions);
        schema.Object("Query").Field("cross").ResolveAsync(async context => await question.AnswerAsync(context).ConfigureAwait(false));
        Definition(schema.Object("CrossDefinition"));
        FieldsTypeBuilder cross = schema.Object("Cross");
        cross.Field("definition").Resolve(context => Of<CrossAnswer>(context).Request.Cross);
        cross.Field("by").Resolve(context => SchemaNames.Constant(Of<CrossAnswer>(context).By.Name));
        cross.Field("verdict").Resolve(context => WordEnd().Replace(Of<CrossAnswer>(context).Verdict.ToString(), "_").ToUpperInvariant());
        cross.Field("overall").Resolve(context => Of<CrossAnswer>(context).Overall);
        cross.Field("within").Resolve(context => Of<CrossAnswer>(context).Within);
        cross.Field("partial").Resolve(context => Of<CrossAnswer>(context).Partial);
        cross.Field("cells").Resolve(context => Of<CrossAnswer>(context).Cells.Take(Math.Max(0, context.Arguments.Value<int>("first"))).ToArray());
        cross.Field("incomplete").Resolve(context => Of<CrossAnswer>(context).Incomplete);
        cross.Field("sql").Resolve(context => Of<CrossAnswer>(context).Sql);
        FieldsTypeBuilder relation = schema.Object("CrossRelation");
        relation.Field("cells").Resolve(context => Of<Relation>(context).Cells);
        relation.Field("correlation").Resolve(context => Of<Relation>(context).Correlation);
        relation.Field("low").Resolve(context => Of<Relation>(context).Low);
        relation.Field("high").Resolve(context => Of<Relation>(context).High);
        FieldsTypeBuilder cell = schema.Object("CrossCell");
        cell.Field("id").Resolve(context => Of<CrossCell>(context).Id);
        cell.Field("name").Resolve(context => Of<CrossCell>(context).Name);
        cell.Field("step").Resolve(context => Of<CrossCell>(context).Step);
        cell.Field("x").Resolve(context => Of<CrossCell>(context).X);
        cell.Field("y").Resolve(context => Of<CrossCell>(context).Y);
        cell.Field("control").Resolve(context => Of<CrossCell>(context).Control);
    }

    private static void Definition(FieldsTypeBuilder definition)
    {
        definition.Field("name").Resolve(context => SchemaNames.Constant(Of<Cross>(context).Name));
        definition.Field("label").Resolve(context => Told(context, Of<Cross>(context).Label));
        definition.Field("description").Resolve(context => Told(context, Of<Cross>(context).Description));
        definition.Field("x").Resolve(context => SchemaNames.Of(Of<Cross>(context).X));
        definition.Field("y").Resolve(context => SchemaNames.Of(Of<Cross>(context).Y));
        definition.Field("control").Resolve(context => Of<Cross>(context).Control is { } control ? SchemaNames.Of(control) : null);
        definition.Field("by").Resolve(context => Of<Cross>(context).By.Select(dimension => SchemaNames.Constant(dimension.Name)).ToArray());
        definition.Field("step").Resolve(context => Of<Cross>(context).Step?.ToString().ToUpperInvariant());
    }

    private static string Told(FieldContext context, LocalisedText text) =>
        context.Arguments.Value<string>("language") == "EN" ? text.English : text.Chinese;

    private static T Of<T>(FieldContext context)
        where T : class => (T)context.Source!;

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordEnd();
}
