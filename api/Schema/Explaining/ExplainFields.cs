using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves the fields of an explanation.</summary>
internal static class ExplainFields
{
    internal static void Resolve(SchemaBuilder schema, ExplainQuestion question)
    {
        schema.Object("Query").Field("explain").ResolveAsync(async context => await question.AnswerAsync(context).ConfigureAwait(false));
        Each<Explanation>(
            schema,
            "Explanation",
            ("before", explanation => explanation.Before),
            ("now", explanation => explanation.Now),
            ("change", explanation => explanation.Change),
            ("nothingStandsOut", explanation => explanation.NothingStandsOut),
            ("segmentsTested", explanation => explanation.SegmentsTested),
            ("segments", explanation => explanation.Segments),
            ("bridge", explanation => explanation.Bridge),
            ("causes", explanation => explanation.Causes),
            ("attributions", explanation => explanation.Attributions),
            ("hash", explanation => explanation.Hash),
            ("sql", explanation => explanation.Sql));
        Segments(schema);
        Attributions(schema);
        Each<MarginBridge>(
            schema,
            "MarginBridge",
            ("volume", bridge => bridge.Volume),
            ("mix", bridge => bridge.Mix),
            ("listPrice", bridge => bridge.ListPrice),
            ("discount", bridge => bridge.Discount),
            ("cost", bridge => bridge.Cost),
            ("new", bridge => bridge.New),
            ("dropped", bridge => bridge.Dropped),
            ("unquantified", bridge => bridge.Unquantified));
    }

    private static void Segments(SchemaBuilder schema)
    {
        Each<SegmentMember>(
            schema,
            "ExplainedMember",
            ("dimension", member => SchemaNames.Constant(member.Dimension.Name)),
            ("id", member => member.Id),
            ("name", member => member.Name));
        Each<Segment>(
            schema,
            "ExplainedSegment",
            ("members", segment => segment.Members),
            ("before", segment => segment.Before),
            ("now", segment => segment.Now),
            ("contribution", segment => segment.Contribution),
            ("share", segment => segment.Share),
            ("excess", segment => segment.Excess),
            ("significance", segment => segment.Significance),
            ("chance", segment => segment.Chance),
            ("rowsBefore", segment => segment.RowsBefore),
            ("rowsNow", segment => segment.RowsNow),
            ("isSmall", segment => segment.IsSmall),
            ("reversedWithin", segment => segment.ReversedWithin.Select(dimension => SchemaNames.Constant(dimension.Name)).ToArray()),
            ("causes", segment => segment.Causes));
        Each<CauseLine>(
            schema,
            "ExplainedCause",
            ("measure", cause => SchemaNames.Of(cause.Measure)),
            ("member", cause => cause.Member),
            ("before", cause => cause.Before),
            ("now", cause => cause.Now));
    }

    private static void Attributions(SchemaBuilder schema)
    {
        Each<DimensionAttribution>(
            schema,
            "Attribution",
            ("dimension", attribution => SchemaNames.Constant(attribution.Dimension.Name)),
            ("mix", attribution => attribution.Mix),
            ("rate", attribution => attribution.Rate),
            ("isReversed", attribution => attribution.IsReversed));
        schema.Object("Attribution").Field("members")
            .Resolve(context => ((DimensionAttribution)context.Source!).Members.Take(Math.Max(0, context.Arguments.Value<int>("first"))).ToArray());
        Each<MemberContribution>(
            schema,
            "MemberContribution",
            ("member", member => member.Member),
            ("before", member => member.Before),
            ("now", member => member.Now),
            ("contribution", member => member.Contribution),
            ("mix", member => member.Mix),
            ("rate", member => member.Rate));
    }

    private static void Each<T>(SchemaBuilder schema, string type, params ReadOnlySpan<(string Name, Func<T, object?> Value)> fields)
        where T : class
    {
        foreach ((string name, Func<T, object?> value) in fields)
        {
            schema.Object(type).Field(name).Resolve((FieldContext context) => value((T)context.Source!));
        }
    }
}
