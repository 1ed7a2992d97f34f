using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Attaches to every field of a subject's types what it stands for.</summary>
internal static class FieldRoles
{
    internal static void Attach(SchemaBuilder schema, SemanticModel model, Subject subject)
    {
        string type = SchemaNames.Pascal(subject.Name);
        FieldsTypeBuilder root = schema.Object(type);
        root.Field("isConnected").Attach(new RecordRole(RecordFact.IsConnected));
        root.Field("firstDate").Attach(new RecordRole(RecordFact.FirstDate));
        root.Field("lastDate").Attach(new RecordRole(RecordFact.LastDate));
        root.Field("total").Attach(new TotalRole());
        AttachCuts(root, subject);

        FieldsTypeBuilder cut = schema.Object($"{type}Cut");
        cut.Field("period").Attach(new PeriodRole());
        cut.Field("compare").Attach(new CompareRole());
        cut.Field("rows").Attach(new NestedRowsRole(model));
        AttachNames(cut, subject);
        AttachMeasures(cut, subject);
        AttachCuts(cut, subject);
        AttachMeasures(schema.Object($"{type}Values"), subject);
        AttachTargets(schema, subject);
    }

    private static void AttachTargets(SchemaBuilder schema, Subject subject)
    {
        Measure[] measures = [.. subject.Measures.Where(measure => measure.TargetNames.Count > 0)];
        if (measures.Length == 0)
        {
            return;
        }

        string type = SchemaNames.Pascal(subject.Name);
        schema.Object($"{type}Cut").Field("target").Attach(new TargetsRole());
        FieldsTypeBuilder targets = schema.Object($"{type}Targets");
        Array.ForEach(measures, measure => targets.Field(SchemaNames.Camel(measure.Name)).Attach(new TargetRole(measure)));
    }

    /// <summary>Attaches what is told of every target.</summary>
    internal static void AttachTarget(SchemaBuilder schema)
    {
        FieldsTypeBuilder target = schema.Object("StatedTarget");
        foreach (TargetPart part in Enum.GetValues<TargetPart>())
        {
            target.Field(SchemaNames.Camel(part.ToString().ToLowerInvariant())).Attach(new TargetPartRole(part));
        }
    }

    private static void AttachCuts(FieldsTypeBuilder type, Subject subject)
    {
        type.Field("overTime").Attach(new TimeCutRole());
        foreach (Dimension dimension in subject.Dimensions)
        {
            type.Field($"by{SchemaNames.Pascal(dimension.Name)}").Attach(new DimensionCutRole(dimension));
        }
    }

    private static void AttachNames(FieldsTypeBuilder type, Subject subject)
    {
        foreach (Dimension dimension in subject.Dimensions)
        {
            type.Field(SchemaNames.Camel(dimension.Name)).Attach(new NameRole(new CutField(dimension, IsId: false)));
            if (dimension.Member?.Id is not null)
            {
                type.Field($"{SchemaNames.Camel(dimension.Name)}Id").Attach(new NameRole(new CutField(dimension, IsId: true)));
            }
        }
    }

    private static void AttachMeasures(FieldsTypeBuilder type, Subject subject)
    {
        foreach (Measure measure in subject.Measures)
        {
            type.Field(SchemaNames.Camel(measure.Name)).Attach(new MeasureRole(measure));
            if (measure.Attainment is not null)
            {
                type.Field(SchemaNames.Status(measure)).Attach(new StatusRole(measure));
            }
        }
    }
}
