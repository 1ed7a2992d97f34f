using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>A measure as written, before its references are put in.</summary>
internal sealed record MeasureDraft(YamlMap Entry, string Subject, Measure Shell, Formula? Parsed, Fact? Fact)
{
    /// <summary>How units are written.</summary>
    internal static readonly IReadOnlyDictionary<string, Unit> Units = new Dictionary<string, Unit>(StringComparer.Ordinal)
    {
        ["money"] = Unit.Money,
        ["quantity"] = Unit.Quantity,
        ["count"] = Unit.Count,
        ["ratio"] = Unit.Ratio,
        ["min"] = Unit.Minutes,
        ["h"] = Unit.Hours,
        ["day"] = Unit.Days,
        ["score"] = Unit.Score,
    };

    private static readonly Dictionary<string, GoodDirection> Directions = new(StringComparer.Ordinal)
    {
        ["none"] = GoodDirection.None,
        ["up"] = GoodDirection.Up,
        ["down"] = GoodDirection.Down,
    };

    private static readonly Dictionary<string, Sensitivity> Sensitivities = new(StringComparer.Ordinal)
    {
        ["internal"] = Sensitivity.Internal,
        ["confidential"] = Sensitivity.Confidential,
    };

    /// <summary>True when it only gives a measure of another subject a place in this one.</summary>
    internal bool IsReference { get; private init; }

    /// <summary>How it is judged, its target as written; null where it is held against none.</summary>
    internal Attainment? Attainment { get; private init; }

    /// <summary>The fewest cases that it must rest on, or null where it says nothing of them.</summary>
    internal int? Least { get; private init; }

    /// <summary>What counts its cases, where it says so itself.</summary>
    internal Formula? Cases { get; private init; }

    /// <summary>Reads one measure.</summary>
    /// <param name="entry">The measure as written.</param>
    /// <param name="subject">The subject that it belongs to.</param>
    /// <param name="facts">The facts of that subject: where there is one, the measure need not name it.</param>
    /// <param name="known">The facts of every subject: any of them can be named.</param>
    internal static MeasureDraft Read(YamlMap entry, string subject, IReadOnlyList<Fact> facts, IReadOnlyList<Fact> known) =>
        entry.Keys.Contains("measure", StringComparer.Ordinal) ? Reference(entry, subject) : Definition(entry, subject, facts, known);

    /// <summary>The draft with the owner and the sensitivity of its subject, where it says nothing of its own.</summary>
    /// <param name="owner">Who answers for the subject, or null.</param>
    /// <param name="sensitivity">How widely its numbers may be told.</param>
    internal MeasureDraft Under(LocalisedText? owner, Sensitivity sensitivity) => IsReference
        ? this
        : this with
        {
            Shell = Shell with
            {
                Owner = Entry.OptionalLocalised("owner") ?? owner,
                Sensitivity = Entry.Optional("sensitivity") is null ? sensitivity : SensitivityOf(Entry),
            },
        };

    /// <summary>The sensitivity that a mapping names; internal where it names none.</summary>
    internal static Sensitivity SensitivityOf(YamlMap map) => map.Optional("sensitivity") is null ? Sensitivity.Internal : map.OneOf("sensitivity", Sensitivities);

    // The label and the description may be the step's own; unit, direction and formula are those of the measure named.
    private static MeasureDraft Reference(YamlMap entry, string subject)
    {
        entry.Allow("name", "measure", "label", "description", "minimum_sample");
        string named = entry.Required("measure");
        Measure shell = new()
        {
            Name = entry.Name("name"),
            Subject = subject,
            Label = entry.OptionalLocalised("label") ?? new("", ""),
            Description = entry.OptionalLocalised("description") ?? new("", ""),
            Unit = Unit.Count,
            Good = GoodDirection.None,
            FormulaText = named,
            Formula = new Constant("0"),
            Per = [],
            Needs = [],
            Additivity = Additivity.NonAdditive,
            Place = entry.PlaceOf("measure"),
        };
        Formula? parsed = Parse(entry, "measure", named);
        if (parsed is not null and not MeasureReference)
        {
            entry.Refuse("measure", MeasureFaults.NoMeasure(named));
            parsed = null;
        }

        return new MeasureDraft(entry, subject, shell, parsed, null) { IsReference = true, Least = LeastOf(entry) };
    }

    private static MeasureDraft Definition(YamlMap entry, string subject, IReadOnlyList<Fact> facts, IReadOnlyList<Fact> known)
    {
        entry.Allow("name", "fact", "label", "description", "unit", "good", "per", "needs", "window", "owner", "sensitivity", "minimum_sample", "sample", "formula", "attainment");
        GoodDirection good = entry.OneOf("good", Directions);
        (string Actual, string Target, decimal Green, decimal Amber)? held = entry.Map("attainment") is { } map ? AttainmentReader.Read(map, good) : null;
        string text = held is { } against ? $"({against.Actual}) / ({against.Target})" : entry.Required("formula");
        if (held is not null && entry.Optional("formula") is not null)
        {
            entry.Refuse("formula", MeasureFaults.FormulaBesideTarget());
        }

        Measure shell = new()
        {
            Name = entry.Name("name"),
            Subject = subject,
            Label = entry.Localised("label"),
            Description = entry.Localised("description"),
            Unit = entry.OneOf("unit", Units),
            Good = good,
            FormulaText = held is { } told ? $"{told.Actual} / {told.Target}" : text,
            Formula = new Constant("0"),
            Per = entry.Texts("per"),
            Needs = entry.Texts("needs"),
            Window = entry.Optional("window") is null ? null : entry.OneOf("window", Windows.ByWord),
            Additivity = Additivity.NonAdditive,
            Place = entry.PlaceOf(held is null ? "formula" : "attainment"),
        };
        return new MeasureDraft(entry, subject, shell, Parse(entry, held is null ? "formula" : "attainment", text), FactOf(entry, facts, known))
        {
            Attainment = held is { } limits && Side(entry, "actual", limits.Actual, subject) is { } actual && Side(entry, "target", limits.Target, subject) is { } target
                ? new Attainment(actual.Name, target.Name, target.Formula, limits.Green, limits.Amber)
                : null,
            Least = LeastOf(entry),
            Cases = entry.Optional("sample") is { } cases ? Parse(entry, "sample", cases) : null,
        };
    }

    // Both sides of what is held against a target are measures, so that a series can tell them beside it.
    private static (string Name, Formula Formula)? Side(YamlMap entry, string key, string text, string subject)
    {
        Formula? side = Parse(entry, "attainment", text);
        if (side is MeasureReference named)
        {
            return ($"{named.Subject ?? subject}.{named.Name}", named);
        }

        if (side is not null)
        {
            entry.Refuse("attainment", MeasureFaults.SideNotAMeasure(key, text));
        }

        return null;
    }

    private static int? LeastOf(YamlMap entry)
    {
        if (entry.Optional("minimum_sample") is not { } text)
        {
            return null;
        }

        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int least) && least > 0;
        if (!isNumber)
        {
            entry.Refuse("minimum_sample", MeasureFaults.LeastNotANumber(text));
        }

        return isNumber ? least : null;
    }

    private static Formula? Parse(YamlMap entry, string key, string text)
    {
        try
        {
            return text.Length > 0 ? FormulaParser.Parse(text) : null;
        }
        catch (FormulaException error)
        {
            entry.Refuse(key, MeasureFaults.Unreadable(text, error.Reason));
            return null;
        }
    }

    private static Fact? FactOf(YamlMap entry, IReadOnlyList<Fact> facts, IReadOnlyList<Fact> known)
    {
        if (entry.Optional("fact") is not { } name)
        {
            return facts.Count == 1 ? facts[0] : null;
        }

        Fact? fact = known.FirstOrDefault(other => other.Name == name);
        if (fact is null)
        {
            entry.Refuse("fact", UnknownFaults.Fact(name, known.Select(other => other.Name)));
        }

        return fact;
    }
}
