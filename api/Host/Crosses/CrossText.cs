using System.Globalization;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Crosses;

/// <summary>Tells a cross in one language: what it says, how closely the two go together, and the cells.</summary>
internal sealed class CrossText(Speaker speaker, CrossAnswer answer)
{
    private const int NameWidth = 28;

    private const int NumberWidth = 26;

    private Cross Cross => answer.Request.Cross;

    internal IEnumerable<string> Lines()
    {
        yield return Told(Cross.Label);
        yield return speaker.Say(VerdictCode(), ("x", Told(Cross.X.Label)), ("y", Told(Cross.Y.Label)), ("cells", answer.Cells.Count), ("least", CrossAnswer.FewestCells));
        yield return Relation("cross.overall", answer.Overall);
        if (answer.Within is { } within)
        {
            yield return Relation("cross.within", within);
        }

        if (answer.Partial is { } partial)
        {
            yield return Relation("cross.partial", partial, ("control", Told(Cross.Control!.Label)));
        }

        if (answer.Incomplete > 0)
        {
            yield return speaker.Say("cross.incomplete", ("cells", answer.Incomplete));
        }

        yield return "";
        foreach (string[] row in answer.Cells.Select(Row).Prepend(Header()))
        {
            yield return string.Concat(row.Select((text, column) => column == 0 ? TextColumns.Left(text, NameWidth) : TextColumns.Right(text, NumberWidth)));
        }
    }

    private string VerdictCode() => answer.Verdict switch
    {
        CrossVerdict.TooFewCells => "cross.too-few",
        CrossVerdict.NoVariation => "cross.no-variation",
        CrossVerdict.NoRelation => "cross.no-relation",
        CrossVerdict.NotWithin => "cross.not-within",
        CrossVerdict.Rising => "cross.rising",
        _ => "cross.falling",
    };

    private string Relation(string code, Relation relation, params ReadOnlySpan<(string Name, object Value)> others) =>
        speaker.Say(code, [("cells", relation.Cells), ("correlation", Number(relation.Correlation)), ("low", Number(relation.Low)), ("high", Number(relation.High)), .. others]);

    private string[] Header() =>
    [
        Told(answer.By.Label), .. Cross.Step is null ? (string[])[] : [speaker.Say("cross.step")], Told(Cross.X.Label), Told(Cross.Y.Label),
        .. Cross.Control is { } control ? [Told(control.Label)] : (string[])[],
    ];

    private string[] Row(CrossCell cell) =>
    [
        cell.Name ?? speaker.Say("cross.unknown"), .. cell.Step is { } step ? [step.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : (string[])[], Number(cell.X), Number(cell.Y),
        .. Cross.Control is null ? (string[])[] : [Number(cell.Control)],
    ];

    private string Told(LocalisedText text) => speaker.Language is Language.Chinese ? text.Chinese : text.English;

    private static string Number(double? value) => value is { } known ? known.ToString("0.###", CultureInfo.InvariantCulture) : "–";
}
