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
        measure.Field("name").Resolve(context => SchemaNames.Camel(context.Of<Measure>().Name));
        measure.Field("subject").Resolve(context => SchemaNames.Camel(context.Of<Measure>().Subject));
        measure.Field("label").Resolve(context => context.Told(context.Of<Measure>().Label));
        measure.Field("description").Resolve(context => context.Told(context.Of<Measure>().Description));
        measure.Field("unit").Resolve(context => context.Of<Measure>().Unit.ToString().ToUpperInvariant());
        measure.Field("good").Resolve(context => context.Of<Measure>().Good.ToString().ToUpperInvariant());
        measure.Field("additivity").Resolve(context => Named(context.Of<Measure>().Additivity));
        measure.Field("owner").Resolve(context => context.Of<Measure>().Owner is { } owner ? context.Told(owner) : null);
        measure.Field("sensitivity").Resolve(context => context.Of<Measure>().Sensitivity.ToString().ToUpperInvariant());
        measure.Field("formula").Resolve(context => context.Of<Measure>().FormulaText);
        measure.Field("minimumSample").Resolve(context => context.Of<Measure>().Minimum?.Least);
        measure.Field("target").Resolve(context => context.Of<Measure>().Attainment);
        FieldsTypeBuilder rule = schema.Object("TargetRule");
        rule.Field("actual").Resolve(context => Named(model, context.Of<Attainment>().ActualMeasure));
        rule.Field("target").Resolve(context => Named(model, context.Of<Attainment>().TargetMeasure));
        rule.Field("green").Resolve(context => (double)context.Of<Attainment>().Green);
        rule.Field("amber").Resolve(context => (double)context.Of<Attainment>().Amber);
        measure.Field("isMasked").Resolve(context => Caller.Of(context.Operation.State).Scope.Masks(context.Of<Measure>()));
        measure.Field("documentation").Resolve(context => context.Of<Measure>().Documentation);
        FieldsTypeBuilder hierarchy = schema.Object("Hierarchy");
        hierarchy.Field("name").Resolve(context => SchemaNames.Camel(context.Of<Hierarchy>().Name));
        hierarchy.Field("label").Resolve(context => context.Told(context.Of<Hierarchy>().Label));
        hierarchy.Field("levels").Resolve(context => context.Of<Hierarchy>().Levels.Select(level => SchemaNames.Constant(level.Name)).ToArray());
    }

    private static Measure Named(SemanticModel model, string qualified) => model.Subjects.SelectMany(known => known.Measures).Single(measure => measure.QualifiedName == qualified);

    private static Measure[] MeasuresOf(SemanticModel model, FieldContext context)
    {
        string? subject = context.Arguments.Value<string>("subject");
        return [.. model.Subjects.Where(known => subject is null || SchemaNames.Camel(known.Name) == subject).SelectMany(known => known.Measures)];
    }

    private static string Named(Additivity additivity) => additivity switch
    {
        Additivity.Additive => "ADDITIVE",
        Additivity.SemiAdditive => "SEMI_ADDITIVE",
        _ => "NON_ADDITIVE",
    };
}
