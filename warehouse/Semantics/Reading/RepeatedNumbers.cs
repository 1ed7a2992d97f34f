namespace ProdSales.Semantics;

/// <summary>Finds numbers that are defined twice: a change of one of the two would let two screens disagree.</summary>
internal static class RepeatedNumbers
{
    /// <summary>Refuses a formula that says what another measure says, and an aggregate that is a measure by itself.</summary>
    /// <param name="measures">Every measure that could be compiled, with its draft.</param>
    internal static void Refuse(IReadOnlyList<(MeasureDraft Draft, Measure Compiled)> measures)
    {
        (MeasureDraft Draft, Measure Compiled)[] definitions = [.. measures.Where(pair => !pair.Draft.IsReference)];
        Dictionary<string, MeasureDraft> known = new(StringComparer.Ordinal);
        foreach ((MeasureDraft draft, Measure compiled) in definitions)
        {
            if (!known.TryAdd(KeyOf(compiled.Formula), draft))
            {
                draft.Entry.Refuse("formula", MeasureFaults.FormulaRepeated(compiled.FormulaText, NameOf(known[KeyOf(compiled.Formula)])));
            }
        }

        foreach ((MeasureDraft draft, _) in definitions.Where(pair => pair.Draft.Parsed is Arithmetic or ScalarCall))
        {
            foreach (Aggregate written in Written(draft.Parsed!).Select(part => part.Over(draft.Fact!, draft.Shell.Window)))
            {
                // A number of users may be a part of what the product ships, which cannot name it.
                if (known.TryGetValue(KeyOf(written), out MeasureDraft? other) && (draft.Shell.Place.IsUsers || !other.Shell.Place.IsUsers))
                {
                    draft.Entry.Refuse("formula", MeasureFaults.PartRepeated(written.Function.ToString(), written.Argument?.Text ?? "*", NameOf(other)));
                }
            }
        }
    }

    private static string NameOf(MeasureDraft draft) => $"{draft.Subject}.{draft.Shell.Name}";

    private static IEnumerable<UnboundAggregate> Written(Formula formula) => formula switch
    {
        UnboundAggregate { IsPartOfMean: false } aggregate => [aggregate],
        Arithmetic arithmetic => Written(arithmetic.Left).Concat(Written(arithmetic.Right)),
        ScalarCall call => call.Arguments.SelectMany(Written),
        _ => [],
    };

    // Facts of different names over the same rows are the same.
    private static string KeyOf(Formula formula) => formula switch
    {
        Aggregate part => $"{part.Function}({part.Argument}|{part.Filter}|{part.Share}|{part.Second}|{part.Step}|{part.Fact.Relation}|{part.Fact.Time}|{part.Fact.Condition}|{part.Window})",
        ScalarCall call => $"{call.Function}({string.Join(", ", call.Arguments.Select(KeyOf))})",
        PeriodDays => "days",
        Arithmetic arithmetic => $"({KeyOf(arithmetic.Left)} {arithmetic.Operator} {KeyOf(arithmetic.Right)})",
        Constant constant => constant.Text,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
