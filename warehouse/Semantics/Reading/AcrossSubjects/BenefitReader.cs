namespace ProdSales.Semantics;

/// <summary>Reads what a change in the company may bring, and the rates by which that is worth something.</summary>
internal sealed class BenefitReader(IReadOnlyCollection<Subject> subjects, IReadOnlyCollection<Dimension> dimensions)
{
    private readonly KnownMembers _known = new(subjects, dimensions);
    private readonly List<WorthRate> _rates = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal IReadOnlyList<WorthRate> Rates => _rates;

    /// <summary>The benefits of all files; the rates of each may be used by every other.</summary>
    internal IReadOnlyList<Benefit> ReadAll(IReadOnlyCollection<YamlMap> files)
    {
        foreach (YamlMap file in files)
        {
            file.Allow("benefits", "rates");
            foreach (YamlMap entry in file.Maps("rates"))
            {
                ReadRate(entry);
            }
        }

        return [.. files.SelectMany(file => file.Maps("benefits")).Select(Read).OfType<Benefit>()];
    }

    private void ReadRate(YamlMap entry)
    {
        entry.Allow("name", "label", "unit");
        WorthRate rate = new(entry.Name("name"), entry.Localised("label"), entry.OneOf("unit", MeasureDraft.Units), entry.Place);
        if (_rates.Exists(known => known.Name == rate.Name))
        {
            entry.Refuse("name", NameFaults.Twice(NameFaults.Rate, rate.Name));
        }

        _rates.Add(rate);
    }

    private Benefit? Read(YamlMap entry)
    {
        entry.Allow("name", "label", "description", "measure", "by", "worth");
        string name = entry.Name("name");
        if (!_names.Add(name))
        {
            entry.Refuse("name", NameFaults.Twice(NameFaults.Benefit, name));
        }

        Measure? measure = _known.MeasureOf(entry, "measure", entry.Required("measure"));
        if (measure is { Good: GoodDirection.None })
        {
            entry.Refuse("measure", BenefitFaults.NeitherWayIsGood(measure.QualifiedName));
        }

        string[] worth = [.. entry.Texts("worth")];
        Measure[] measures = [.. worth.Where(text => text.Contains('.', StringComparison.Ordinal)).Select(text => _known.MeasureOf(entry, "worth", text)).OfType<Measure>()];
        WorthRate[] rates = [.. worth.Where(text => !text.Contains('.', StringComparison.Ordinal)).Select(text => RateOf(entry, text)).OfType<WorthRate>()];
        Dimension[] by = _known.By(entry, [.. new[] { measure }.OfType<Measure>(), .. measures]);
        return measure is null || by.Length == 0 ? null : new Benefit(name, entry.Localised("label"), entry.Localised("description"), measure, by, measures, rates, entry.Place);
    }

    private WorthRate? RateOf(YamlMap entry, string name)
    {
        WorthRate? found = _rates.Find(rate => rate.Name == name);
        if (found is null)
        {
            entry.Refuse("worth", BenefitFaults.UnknownRate(name, _rates.Select(rate => rate.Name)));
        }

        return found;
    }
}
