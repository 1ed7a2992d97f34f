namespace ProdSales.Semantics;

/// <summary>A measure as written, before its references are put in.</summary>
internal sealed record MeasureDraft(YamlMap Entry, string Subject, Measure Shell, Formula? Parsed, Fact? Fact)
{
    private static readonly Dictionary<string, Unit> Units = new(StringComparer.Ordinal)
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

    internal static MeasureDraft Read(YamlMap entry, string subject, IReadOnlyList<Fact> facts)
    {
        entry.Allow("name", "fact", "label", "description", "unit", "good", "per", "formula");
        Measure shell = new()
        {
            Name = entry.Name("name"),
            Subject = subject,
            Label = entry.Localised("label"),
            Description = entry.Localised("description"),
            Unit = entry.OneOf("unit", Units),
            Good = entry.OneOf("good", Directions),
            FormulaText = entry.Required("formula"),
            Formula = new Constant("0"),
            Per = entry.Texts("per"),
            Additivity = Additivity.NonAdditive,
            Place = entry.PlaceOf("formula"),
        };
        return new MeasureDraft(entry, subject, shell, Parse(entry, shell.FormulaText), FactOf(entry, facts));
    }

    private static Formula? Parse(YamlMap entry, string text)
    {
        try
        {
            return text.Length > 0 ? FormulaParser.Parse(text) : null;
        }
        catch (FormulaException error)
        {
            entry.Refuse("formula", "formula-unreadable", $"Formula \"{text}\" cannot be read: {error.Message}.");
            return null;
        }
    }

    private static Fact? FactOf(YamlMap entry, IReadOnlyList<Fact> facts)
    {
        if (entry.Optional("fact") is not { } name)
        {
            return facts.Count == 1 ? facts[0] : null;
        }

        Fact? fact = facts.FirstOrDefault(known => known.Name == name);
        if (fact is null)
        {
            entry.Refuse("fact", "unknown-fact", $"\"{name}\" is no fact of this subject; {Names.Nearest(name, facts.Select(known => known.Name))}.");
        }

        return fact;
    }
}
