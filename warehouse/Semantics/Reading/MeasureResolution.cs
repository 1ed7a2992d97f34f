namespace ProdSales.Semantics;

/// <summary>Puts the formulas of named measures in place of their names, across subjects, and finds cycles.</summary>
internal sealed class MeasureResolution(IReadOnlyList<MeasureDraft> drafts)
{
    private readonly Dictionary<(string Subject, string Name), MeasureDraft> _drafts =
        drafts.DistinctBy(draft => (draft.Subject, draft.Shell.Name)).ToDictionary(draft => (draft.Subject, draft.Shell.Name));

    /// <summary>Measures that one formula may put in, counted again at each place: references to references would else grow without end.</summary>
    private const int MostReferences = 2_000;

    private readonly List<MeasureDraft> _open = [];
    private readonly HashSet<string> _needed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private int _references;

    internal Measure? Resolve(MeasureDraft draft)
    {
        _references = 0;
        _needed.Clear();
        _named.Clear();
        if (FormulaOf(draft, draft.Entry) is not { } formula)
        {
            return null;
        }

        Measure shell = draft.IsReference ? Described(draft) : draft.Shell;
        string[] needs = [.. shell.Needs.Concat(_needed).Distinct(StringComparer.Ordinal)];
        _named.UnionWith(formula.Aggregates().SelectMany(part => part.Fact.Names));
        Attainment? attainment = DefinitionOf(draft) is { Attainment: { } judged } definition && Bound(judged.Target, definition) is { } target ? judged with { Target = target } : null;
        MinimumSample? minimum = MinimumOf(draft, formula);
        return shell with { Formula = formula, Minimum = minimum, Attainment = attainment, Additivity = AdditivityOf(formula), Needs = needs, DerivedFrom = [.. _named], Sensitivity = SensitivityOf(shell) };
    }

    // Whoever names a measure of another may ask for more cases than it does, and never for fewer.
    private MinimumSample? MinimumOf(MeasureDraft draft, Formula formula)
    {
        MeasureDraft definition = DefinitionOf(draft);
        if ((draft.Least ?? definition.Least) is not { } least)
        {
            return null;
        }

        if (definition.Least is { } demanded && least < demanded)
        {
            draft.Entry.Refuse("minimum_sample", MeasureFaults.LeastBelow(least, demanded, $"{definition.Subject}.{definition.Shell.Name}"));
            return null;
        }

        Formula? cases = definition.Cases is null ? SampleSize.Of(formula) : Bound(definition.Cases, definition);
        if (cases is null && definition.Cases is null)
        {
            draft.Entry.Refuse("minimum_sample", MeasureFaults.SampleUnclear());
        }

        return cases is null ? null : new MinimumSample(least, cases);
    }

    /// <summary>The draft that a reference leads to in the end; itself for a definition. Call it only where the formula could be bound.</summary>
    internal MeasureDraft DefinitionOf(MeasureDraft draft)
    {
        while (draft is { IsReference: true, Parsed: MeasureReference named })
        {
            draft = _drafts[(named.Subject ?? draft.Subject, named.Name)];
        }

        return draft;
    }

    private Measure Described(MeasureDraft draft)
    {
        Measure defined = DefinitionOf(draft).Shell;
        bool hasLabel = draft.Shell.Label.English.Length > 0;
        bool hasDescription = draft.Shell.Description.English.Length > 0;
        return draft.Shell with
        {
            Label = hasLabel ? draft.Shell.Label : defined.Label,
            Description = hasDescription ? draft.Shell.Description : defined.Description,
            Unit = defined.Unit,
            Good = defined.Good,
            Owner = defined.Owner,
            Per = defined.Per,
            Needs = defined.Needs,
        };
    }

    // A number may be told no wider than what it is made of.
    private Sensitivity SensitivityOf(Measure shell) =>
        _drafts.Values.Where(draft => _named.Contains($"{draft.Subject}.{draft.Shell.Name}")).Select(draft => draft.Shell.Sensitivity).Append(shell.Sensitivity).Max();

    private Formula? FormulaOf(MeasureDraft draft, YamlMap asker)
    {
        if (_open.Contains(draft))
        {
            string cycle = string.Join(" -> ", _open.Append(draft).Select(step => $"{step.Subject}.{step.Shell.Name}"));
            asker.Refuse(KeyOf(draft), MeasureFaults.Cycle(cycle));
            return null;
        }

        if (++_references > MostReferences)
        {
            _open[0].Entry.Refuse(KeyOf(_open[0]), MeasureFaults.TooLarge(MostReferences));
            return null;
        }

        _open.Add(draft);
        Formula? formula = draft.Parsed is null ? null : Bound(draft.Parsed, draft);
        _open.RemoveAt(_open.Count - 1);
        return formula;
    }

    private Formula? Bound(Formula formula, MeasureDraft draft)
    {
        switch (formula)
        {
            case Constant or PeriodDays:
                return formula;
            case ScalarCall call:
                Formula?[] arguments = [.. call.Arguments.Select(argument => Bound(argument, draft))];
                return Array.Exists(arguments, argument => argument is null) ? null : CountedBack(call with { Arguments = [.. arguments.OfType<Formula>()] }, draft);
            case Arithmetic arithmetic:
                Formula? left = Bound(arithmetic.Left, draft);
                Formula? right = Bound(arithmetic.Right, draft);
                return left is null || right is null ? null : arithmetic with { Left = left, Right = right };
            case UnboundAggregate aggregate when draft.Fact is { } fact:
                return WindowRules.Check(aggregate.Over(fact, draft.Shell.Window), draft.Entry);
            case UnboundAggregate:
                draft.Entry.Refuse("formula", MeasureFaults.FactMissing());
                return null;
            case MeasureReference reference:
                return Referenced(reference, draft);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // What is counted back through is asked for by the measure of what flows in a period; its months are read from the beginning of the records.
    private static ScalarCall? CountedBack(ScalarCall call, MeasureDraft draft)
    {
        if (call.Function is not ScalarFunction.CountBack)
        {
            return call;
        }

        if (call.Arguments[1] is Aggregate { Function: AggregateFunction.Sum, Window: Window.Period } flow)
        {
            return call with { Arguments = [call.Arguments[0], flow with { Function = AggregateFunction.MonthlySums, Window = Window.Cumulative, Step = flow.Fact.Time }] };
        }

        draft.Entry.Refuse(KeyOf(draft), MeasureFaults.NothingToCountBack());
        return null;
    }

    private Formula? Referenced(MeasureReference reference, MeasureDraft draft)
    {
        string subject = reference.Subject ?? draft.Subject;
        if (_drafts.TryGetValue((subject, reference.Name), out MeasureDraft? named))
        {
            _needed.UnionWith(named.Shell.Needs);
            _named.Add($"{subject}.{reference.Name}");
            return FormulaOf(named, draft.Entry);
        }

        IEnumerable<string> known = _drafts.Keys.Select(key => key.Subject == draft.Subject ? key.Name : $"{key.Subject}.{key.Name}");
        string written = reference.Subject is null ? reference.Name : $"{reference.Subject}.{reference.Name}";
        draft.Entry.Refuse(KeyOf(draft), UnknownFaults.Measure(written, known));
        return null;
    }

    private static string KeyOf(MeasureDraft draft) => draft.IsReference ? "measure" : "formula";

    private static Additivity AdditivityOf(Formula formula)
    {
        if (!IsLinear(formula))
        {
            return Additivity.NonAdditive;
        }

        return formula.Aggregates().Any(part => part.Window is not Window.Period) ? Additivity.SemiAdditive : Additivity.Additive;
    }

    private static bool IsLinear(Formula formula) => formula switch
    {
        Aggregate aggregate => aggregate.IsAdditive,
        Arithmetic { Operator: '+' or '-' } sum => IsLinear(sum.Left) && IsLinear(sum.Right),
        Arithmetic { Operator: '*', Left: Constant } product => IsLinear(product.Right),
        Arithmetic { Right: Constant } scaled => IsLinear(scaled.Left),
        _ => false,
    };
}
