using System.Globalization;
using ProdSales.Host.Speech;
using ProdSales.Semantics;

namespace ProdSales.Host.Appraisals;

/// <summary>Tells an appraisal in one language: a line for each benefit, what is missing, and the return.</summary>
internal sealed class AppraisalText(Speaker speaker, AppraisalAnswer answer)
{
    private const int NameWidth = 20;

    private const int NumberWidth = 16;

    internal IEnumerable<string> Lines()
    {
        yield return Line("", [Both("appraisal.treated", "appraisal.before"), Both("appraisal.treated", "appraisal.after"), Both("appraisal.control", "appraisal.before"), Both("appraisal.control", "appraisal.after"), Say("appraisal.effect"), Say("appraisal.low"), Say("appraisal.high"), Say("appraisal.a-year")], "");
        foreach (AppraisedBenefit benefit in answer.Benefits)
        {
            yield return Line(Told(benefit.Benefit.Label), Numbers(benefit), Say(VerdictCode(benefit.Verdict)));
        }

        foreach (AppraisedBenefit benefit in answer.Benefits.Where(benefit => benefit.Reason is not null))
        {
            AppraisalReason reason = benefit.Reason!;
            yield return speaker.Say(
                "appraisal.reason", ("label", Told(benefit.Benefit.Label)), ("code", reason.Code), ("measure", reason.Measure is { } measure ? Told(measure.Label) : ""), ("detail", reason.Detail ?? "")).TrimEnd();
        }

        yield return "";
        yield return answer is { Amount: { } amount, AmountInterval: var (low, high) }
            ? speaker.Say("appraisal.total", ("amount", Money(amount)), ("low", Money(low)), ("high", Money(high)))
            : Say("appraisal.no-return");
        if (answer is { Return: { } back, ReturnInterval: var (least, most), Request.Cost: { } cost })
        {
            yield return speaker.Say("appraisal.return", ("cost", Money((double)cost)), ("return", Percent(back)), ("low", Percent(least)), ("high", Percent(most)));
        }
    }

    private static string[] Numbers(AppraisedBenefit benefit) =>
    [
        Number(benefit.Treated?.Before.Whole), Number(benefit.Treated?.After.Whole), Number(benefit.Control?.Before.Whole), Number(benefit.Control?.After.Whole),
        Number(benefit.Effect), Number(benefit.Estimate?.Low), Number(benefit.Estimate?.High), benefit.Amount is { } amount ? Money(amount) : "–",
    ];

    private static string VerdictCode(AppraisalVerdict verdict) => verdict switch
    {
        AppraisalVerdict.NotKnown => "appraisal.not-known",
        AppraisalVerdict.TooFewMonths => "appraisal.too-few",
        AppraisalVerdict.DriftedBefore => "appraisal.drifted",
        AppraisalVerdict.NoEffect => "appraisal.no-effect",
        AppraisalVerdict.Better => "appraisal.better",
        _ => "appraisal.worse",
    };

    private static string Line(string name, IEnumerable<string> cells, string verdict) =>
        $"{TextColumns.Left(name, NameWidth)}{string.Concat(cells.Select(cell => TextColumns.Right(cell, NumberWidth)))}  {verdict}".TrimEnd();

    private string Both(string side, string time) => $"{Say(side)} {Say(time)}";

    private string Say(string code) => speaker.Say(code);

    private string Told(LocalisedText text) => speaker.Language is Language.Chinese ? text.Chinese : text.English;

    private static string Number(double? value) => value is { } known ? known.ToString("0.####", CultureInfo.InvariantCulture) : "–";

    private static string Money(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double value) => value.ToString("0.# %", CultureInfo.InvariantCulture);
}
