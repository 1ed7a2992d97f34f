using System.Globalization;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Explanations;

/// <summary>Tells an explanation in one language.</summary>
internal sealed class ExplanationText(Speaker speaker, Explanation explanation)
{
    private const int MostMembers = 5;

    private Measure Measure => explanation.Request.Measure;

    internal IEnumerable<string> Lines()
    {
        yield return speaker.Say(
            explanation.Change == 0 ? "explain.unchanged" : explanation.Change > 0 ? "explain.rose" : "explain.fell",
            ("measure", Told(Measure.Label)), ("before", Value(explanation.Before)), ("now", Value(explanation.Now)), ("change", Change(explanation.Change)));
        foreach (string line in Segments().Concat(Bridge()).Concat(Causes(explanation.Causes, "")).Concat(explanation.Attributions.SelectMany(Attribution)))
        {
            yield return line;
        }

        yield return "";
        yield return speaker.Say("explain.hash", ("hash", explanation.Hash));
    }

    private IEnumerable<string> Segments()
    {
        yield return "";
        if (explanation.NothingStandsOut)
        {
            yield return speaker.Say("explain.nothing", ("tested", explanation.SegmentsTested));
            yield break;
        }

        yield return speaker.Say("explain.segments", ("tested", explanation.SegmentsTested));
        foreach ((Segment segment, int place) in explanation.Segments.Select((segment, index) => (segment, index + 1)))
        {
            yield return speaker.Say(
                "explain.segment",
                ("place", place), ("members", string.Join(" · ", segment.Members.Select(Member))), ("before", Value(segment.Before)), ("now", Value(segment.Now)),
                ("contribution", Change(segment.Contribution)), ("share", segment.Share is { } share ? share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : "–"),
                ("significance", segment.Significance.ToString("0.0", CultureInfo.InvariantCulture)));
            foreach (string line in Remarks(segment).Concat(Causes(segment.Causes, "   ")))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Remarks(Segment segment)
    {
        if (segment.IsSmall)
        {
            yield return speaker.Say("explain.small", ("before", segment.RowsBefore), ("now", segment.RowsNow));
        }

        foreach (Dimension dimension in segment.ReversedWithin)
        {
            yield return speaker.Say("explain.reversed-within", ("dimension", Told(dimension.Label)));
        }
    }

    private IEnumerable<string> Bridge()
    {
        if (explanation.Bridge is not { } bridge)
        {
            yield break;
        }

        yield return "";
        yield return speaker.Say("explain.bridge");
        (string Key, decimal Value)[] steps =
        [
            ("volume", bridge.Volume), ("mix", bridge.Mix), ("list-price", bridge.ListPrice), ("discount", bridge.Discount), ("cost", bridge.Cost),
            ("new", bridge.New), ("dropped", bridge.Dropped), ("unquantified", bridge.Unquantified), ("sum", bridge.Change),
        ];
        foreach ((string key, decimal value) in steps.Where(step => step.Key != "unquantified" || step.Value != 0))
        {
            yield return $"   {TextColumns.Left(speaker.Say($"explain.bridge-{key}"), 24)}{TextColumns.Right(Change(value), 20)}";
        }
    }

    private IEnumerable<string> Causes(IReadOnlyList<CauseLine> causes, string indent)
    {
        foreach (CauseLine cause in causes)
        {
            string name = cause.Member is { } member ? $"{Told(cause.Measure.Label)}, {Member(member)}" : Told(cause.Measure.Label);
            yield return indent + speaker.Say("explain.cause", ("name", name), ("before", Value(cause.Before, cause.Measure)), ("now", Value(cause.Now, cause.Measure)));
        }
    }

    private IEnumerable<string> Attribution(DimensionAttribution attribution)
    {
        yield return "";
        yield return attribution is { Mix: { } mix, Rate: { } rate }
            ? speaker.Say("explain.by-mix", ("dimension", Told(attribution.Dimension.Label)), ("mix", Change(mix)), ("rate", Change(rate)))
            : speaker.Say("explain.by", ("dimension", Told(attribution.Dimension.Label)));
        if (attribution.IsReversed)
        {
            yield return speaker.Say("explain.reversed");
        }

        foreach (MemberContribution member in attribution.Members.Take(MostMembers))
        {
            yield return $"   {TextColumns.Left(NameOf(member.Member), 28)}{TextColumns.Right(Value(member.Before), 18)}{TextColumns.Right(Value(member.Now), 18)}{TextColumns.Right(Change(member.Contribution), 20)}";
        }

        if (attribution.Members.Count > MostMembers)
        {
            decimal others = attribution.Members.Skip(MostMembers).Sum(member => member.Contribution);
            string name = speaker.Say("explain.others", ("count", attribution.Members.Count - MostMembers));
            yield return $"   {TextColumns.Left(name, 64)}{TextColumns.Right(Change(others), 20)}";
        }
    }

    private string Member(SegmentMember member) => $"{Told(member.Dimension.Label)}={NameOf(member)}";

    private string NameOf(SegmentMember member) => member.Name ?? member.Id ?? speaker.Say("explain.unknown");

    private string Told(LocalisedText text) => speaker.Language is Language.Chinese ? text.Chinese : text.English;

    private string Value(decimal? value) => Value(value, Measure);

    private static string Value(decimal? value, Measure measure) => value is { } known ? Number(known, measure, "") : "–";

    private string Change(decimal value) => Number(value, Measure, value > 0 ? "+" : "");

    private static string Number(decimal value, Measure measure, string sign) => sign + measure.Unit switch
    {
        Unit.Ratio => (value * 100).ToString("N2", CultureInfo.InvariantCulture) + "%",
        Unit.Count => value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString("N2", CultureInfo.InvariantCulture),
    };
}
