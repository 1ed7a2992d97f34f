using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ProdSales.Semantics;

namespace ProdSales.Host.Explanations;

/// <summary>Writes an explanation for programs: numbers as they are, to the last digit.</summary>
internal static class ExplanationJson
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static string Of(Explanation explanation) => JsonSerializer.Serialize(
        new
        {
            measure = $"{explanation.Request.Measure.Subject}.{explanation.Request.Measure.Name}",
            before = explanation.Before,
            now = explanation.Now,
            change = explanation.Change,
            nothingStandsOut = explanation.NothingStandsOut,
            segmentsTested = explanation.SegmentsTested,
            segments = explanation.Segments.Select(Segment),
            bridge = explanation.Bridge,
            causes = explanation.Causes.Select(Cause),
            attributions = explanation.Attributions.Select(Attribution),
            hash = explanation.Hash,
            sql = explanation.Sql,
        },
        Written);

    private static object Segment(Segment segment) => new
    {
        members = segment.Members.Select(Member),
        before = segment.Before,
        now = segment.Now,
        contribution = segment.Contribution,
        share = segment.Share,
        excess = segment.Excess,
        significance = segment.Significance,
        chance = segment.Chance,
        rowsBefore = segment.RowsBefore,
        rowsNow = segment.RowsNow,
        isSmall = segment.IsSmall,
        reversedWithin = segment.ReversedWithin.Select(dimension => dimension.Name),
        causes = segment.Causes.Select(Cause),
    };

    private static object Attribution(DimensionAttribution attribution) => new
    {
        dimension = attribution.Dimension.Name,
        mix = attribution.Mix,
        rate = attribution.Rate,
        isReversed = attribution.IsReversed,
        members = attribution.Members.Select(member => new
        {
            id = member.Member.Id,
            name = member.Member.Name,
            before = member.Before,
            now = member.Now,
            contribution = member.Contribution,
            mix = member.Mix,
            rate = member.Rate,
        }),
    };

    private static object Cause(CauseLine cause) => new
    {
        measure = $"{cause.Measure.Subject}.{cause.Measure.Name}",
        member = cause.Member is { } member ? Member(member) : null,
        before = cause.Before,
        now = cause.Now,
    };

    private static object Member(SegmentMember member) => new { dimension = member.Dimension.Name, id = member.Id, name = member.Name };
}
