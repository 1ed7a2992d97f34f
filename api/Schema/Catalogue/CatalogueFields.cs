using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves what the model tells about itself: measures and hierarchies.</summary>
internal static class CatalogueFields
{
    internal static void Resolve(SchemaBuilder schema, SemanticModel model)
    {
        schema.Object("Query").Field("measures").Resolve(context => MeasuresOf(model, context));
        schema.Object("Query").Field("hierarchies").Resolve(_ => model.Hierarchies);
        FieldsTypeBuilder measure = schema.Object("Measure");
        measure.Field("name").Resolve(context => SchemaNames.Camel(Of<Measure>(context).Name));
        measure.Field("subject").Resolve(context => SchemaNames.Camel(Of<Measure>(context).Subject));
        measure.Field("label").Resolve(context => Told(context, Of<Measure>(context).Label));
        measure.Field("description").Resolve(context => Told(context, Of<Measure>(context).Description));
        measure.Field("unit").Resolve(context => Of<Measure>(context).Unit.ToString().ToUpperInvariant());
        measure.Field("good").Resolve(context => Of<Measure>(context).Good.ToString().ToUpperInvariant());
        measure.Field("additivity").Resolve(context => Named(Of<Measure>(context).Additivity));
        measure.Field("owner").Resolve(context => Of<Measure>(context).Owner is { } owner ? Told(context, owner) : null);
        measure.Field("sensitivity").Resolve(context => Of<Measure>(context).Sensitivity.ToString().ToUpperInvariant());
        measure.Field("formula").Resolve(context => Of<Measure>(context).FormulaText);
        measure.Field("minimumSample").Resolve(context => Of<Measure>(context).Minimum?.Least);
        measure.Field("target").Resolve(context => Of<Measure>(context).Attainment);
        FieldsTypeBuilder rule = schema.Object("TargetRule");
        rule.Field("actual").Resolve(context => Named(model, Of<Attainment>(context).ActualMeasure));
        rule.Field("target").Resolve(context => Named(model, Of<Attainment>(context).TargetMeasure));
        rule.Field("green").Resolve(context => (double)Of<Attainment>(context).Green);
        rule.Field("amber").Resolve(context => (double)Of<Attainment>(context).Amber);
        measure.Field("isMasked").Resolve(context => Caller.Of(context.Operation.State).Scope.Masks(Of<Measure>(context)));
        measure.Field("documentation").Resolve(context => Of<Measure>(context).Documentation);
        FieldsTypeBuilder hierarchy = schema.Object("Hierarchy");
        hierarchy.Field("name").Resolve(context => SchemaNames.Camel(Of<Hierarchy>(context).Name));
        hierarchy.Field("label").Resolve(context => Told(context, Of<Hierarchy>(context).Label));
        hierarchy.Field("levels").Resolve(context => Of<Hierarchy>(context).Levels.Select(level => SchemaNames.Constant(level.Name)).ToArray());
    }

    private static Measure Named(SemanticModel model, string qualified) => model.Subjects.SelectMany(known => known.Measures).Single(measure => measure.QualifiedName == qualified);

    private static Measure[] MeasuresOf(SemanticModel model, FieldContext context)
    {
        string? subject = context.Arguments.Value<string>("subject");
        return [.. model.Subjects.Where(known => subject is null || SchemaNames.Camel(known.Name) == subject).SelectMany(known => known.Measures)];
    }

    private static T Of<T>(FieldContext context)
        where T : class => (T)context.Source!;

    private static string Told(FieldContext context, LocalisedText text) =>
        context.Arguments.Value<string>("language") == "EN" ? text.English : text.Chinese;

    private static string Named(Additivity additivity) => additivity switch
    {
        Additivity.Additive => "ADDITIVE",
        Additivity.SemiAdditive => "SEMI_ADDITIVE",
        _ => "NON_ADDITIVE",
    };
}
