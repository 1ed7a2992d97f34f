using System.Text.RegularExpressions;

namespace ProdSales.Semantics;

/// <summary>Finds masked measures whose values whoever may see others can work out: a margin beside revenue and cost, revenue beside a rate and what it is a rate of.</summary>
/// <remarks>Sums over rows and quotients of two such sums are looked at, which is what can be worked out with pencil and paper. docs/decisions/0013-security.md says what is not.</remarks>
internal static partial class ComputableMasks
{
    /// <summary>The masked measures that can be worked out, each with a few measures that are enough for it.</summary>
    /// <param name="masked">What may not be seen.</param>
    /// <param name="seen">What may be seen and was not revealed on purpose.</param>
    internal static IEnumerable<(Measure Masked, IReadOnlyList<Measure> From)> Of(IReadOnlyList<Measure> masked, IReadOnlyList<Measure> seen)
    {
        if (masked.Count == 0)
        {
            yield break;
        }

        (Measure Measure, Decomposition Form)[] known = [.. Forms(seen)];
        FormSpan told = Told(known.Select(pair => pair.Form));
        foreach ((Measure measure, Decomposition form) in Forms(masked).Where(pair => IsIn(told, pair.Form)))
        {
            yield return (measure, Fewest(measure, form, known));
        }
    }

    private static IEnumerable<(Measure Measure, Decomposition Form)> Forms(IEnumerable<Measure> measures) =>
        measures.Select(measure => (measure, Decomposition.Of(measure.Formula))).Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.measure, new Decomposition(Parted(pair.Item2!.Numerator), pair.Item2.Denominator is { } below ? Parted(below) : null)));

    // The sum of a difference is the difference of the sums, but for rows that lack one of the two: that is near enough to know it. So is the sum without what stands in where a column is missing.
    private static LinearForm Parted(LinearForm form) =>
        form.Terms.Aggregate(new LinearForm([], form.Constant), (sum, term) => Parts(term.Aggregate).Aggregate(sum, (all, part) => all.Plus(LinearForm.Of(part.Aggregate), term.Factor * part.Sign)));

    private static IEnumerable<(int Sign, Aggregate Aggregate)> Parts(Aggregate aggregate)
    {
        if (aggregate is not { Function: AggregateFunction.Sum, Argument: { } argument })
        {
            return [(1, aggregate)];
        }

        string usual = StandIn().Match(argument.Text) is { Success: true } standIn ? standIn.Groups["usual"].Value : argument.Text;
        if (TwoColumns().Match(usual) is not { Success: true } columns)
        {
            return [(1, usual == argument.Text ? aggregate : Of(usual))];
        }

        return [(1, Of(columns.Groups["first"].Value)), (columns.Groups["sign"].Value == "-" ? -1 : 1, Of(columns.Groups["second"].Value))];

        Aggregate Of(string column) => ((UnboundAggregate)FormulaParser.Parse($"sum({column})")).Over(aggregate.Fact, aggregate.Window) with { Filter = aggregate.Filter };
    }

    [GeneratedRegex(@"^(?<first>[a-z_0-9]+) *(?<sign>[-+]) *(?<second>[a-z_]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoColumns();

    [GeneratedRegex(@"^coalesce\((?<usual>[a-z_0-9]+( *[-+] *[a-z_]+)?),.*\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StandIn();

    // A quotient tells one of its sides to whoever knows the other.
    private static FormSpan Told(IEnumerable<Decomposition> forms)
    {
        FormSpan told = new();
        List<Decomposition> quotients = [];
        foreach (Decomposition form in forms)
        {
            if (form.Denominator is null)
            {
                told.Add(form.Numerator);
            }
            else
            {
                quotients.Add(form);
            }
        }

        while (quotients.Find(form => told.Holds(form.Numerator) != told.Holds(form.Denominator!)) is { } telling)
        {
            told.Add(telling.Numerator);
            told.Add(telling.Denominator!);
        }

        return told;
    }

    private static bool IsIn(FormSpan told, Decomposition form) => told.Holds(form.Numerator) && (form.Denominator is null || told.Holds(form.Denominator));

    private static IReadOnlyList<Measure> Fewest(Measure masked, Decomposition form, IEnumerable<(Measure Measure, Decomposition Form)> known)
    {
        List<(Measure Measure, Decomposition Form)> kept = [.. known.Where(pair => pair.Form.Facts.Intersect(form.Facts).Any())];
        if (!IsIn(Told(kept.Select(pair => pair.Form)), form))
        {
            return [];
        }

        // Sums are easier to see through than quotients, and what stands beside it and first in its file is best known.
        foreach ((Measure Measure, Decomposition Form) pair in kept.AsEnumerable().Reverse().OrderByDescending(pair => pair.Form.IsRatio || pair.Measure.Subject != masked.Subject).ToArray())
        {
            (Measure Measure, Decomposition Form)[] fewer = [.. kept.Where(other => other != pair)];
            if (IsIn(Told(fewer.Select(other => other.Form)), form))
            {
                kept.Remove(pair);
            }
        }

        return [.. kept.Select(pair => pair.Measure)];
    }
}
