namespace ProdSales.Semantics;

/// <summary>The names under which targets are stated for a measure.</summary>
public static class TargetNames
{
    /// <summary>The names of every measure that can have a target, and whether it is money.</summary>
    public static IEnumerable<(string Name, bool IsMoney)> Of(SemanticModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Subjects.SelectMany(subject => subject.Measures).SelectMany(measure => measure.TargetNames.Select(name => (name, measure.Unit is Unit.Money)));
    }

    /// <summary>Gives each measure its names: with its subject, and alone where no other measure of the product has it, or no other at all.</summary>
    internal static IReadOnlyList<Measure> Named(IReadOnlyList<Measure> measures)
    {
        ILookup<string, Measure> alike = measures.ToLookup(measure => measure.Name, StringComparer.Ordinal);
        return [.. measures.Select(measure => CanHaveTarget(measure) ? measure with { TargetNames = NamesOf(measure, [.. alike[measure.Name]]) } : measure)];
    }

    // Whoever adds a measure takes no name away from one of the product, whose targets are on record already.
    private static string[] NamesOf(Measure measure, Measure[] alike) =>
        Array.Exists(alike, other => other != measure && (measure.Place.IsUsers || !other.Place.IsUsers)) ? [measure.QualifiedName] : [measure.QualifiedName, measure.Name];

    private static bool CanHaveTarget(Measure measure) => measure.Good is not GoodDirection.None && measure.Attainment is null;
}
