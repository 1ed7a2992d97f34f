namespace ProdSales.Semantics;

/// <summary>A number of the business, defined once.</summary>
public sealed record Measure
{
    /// <summary>Snake-case name, unique in its subject.</summary>
    public required string Name { get; init; }

    /// <summary>The subject that it belongs to.</summary>
    public required string Subject { get; init; }

    /// <summary>Its name with that of its subject, as in sales.revenue.</summary>
    public string QualifiedName => $"{Subject}.{Name}";

    /// <summary>What people call it.</summary>
    public required LocalisedText Label { get; init; }

    /// <summary>What exactly it counts.</summary>
    public required LocalisedText Description { get; init; }

    /// <summary>What it is counted in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Which way of a change is good news.</summary>
    public required GoodDirection Good { get; init; }

    /// <summary>Who answers for the definition; null where nobody is named, as with measures that users added.</summary>
    public LocalisedText? Owner { get; init; }

    /// <summary>How widely it may be told: as its own definition says, and no wider than any measure that its formula names.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>The formula as written.</summary>
    public required string FormulaText { get; init; }

    /// <summary>The formula with every reference to another measure put in.</summary>
    public required Formula Formula { get; init; }

    /// <summary>How many cases it must rest on to be told, or null where any number will do.</summary>
    public MinimumSample? Minimum { get; init; }

    /// <summary>How it is judged where it holds what came about against a target; null for any other measure.</summary>
    public Attainment? Attainment { get; init; }

    /// <summary>The names under which targets are stated for it, as in sales.revenue and revenue; none where there can be no target, because neither more nor less is better or because it is itself what a target is held against.</summary>
    public IReadOnlyList<string> TargetNames { get; init; } = [];

    /// <summary>The minimum where it can hold a number back, or null.</summary>
    internal MinimumSample? Guard => Minimum is { Least: > 1 } guard ? guard : null;

    /// <summary>Every aggregate that is read for it, those that count its cases included.</summary>
    public IEnumerable<Aggregate> Aggregates() => Guard is { } guard ? Formula.Aggregates().Concat(guard.Cases.Aggregates()) : Formula.Aggregates();

    /// <summary>Dimensions of which one member must be fixed by the cut or by a filter; without that the value is null with a reason.</summary>
    public required IReadOnlyList<string> Per { get; init; }

    /// <summary>Fact tables that its columns were worked out from, beside those that it reads: without their rows the value would be wrong.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Qualified names of the measures that its formula names, and of those that theirs name.</summary>
    public IReadOnlyList<string> DerivedFrom { get; init; } = [];

    /// <summary>Every fact table that must have been loaded for the value to mean anything, each once.</summary>
    public IEnumerable<string> Sources => Aggregates().SelectMany(part => part.Fact.Sources).Concat(Needs).Distinct(StringComparer.Ordinal);

    /// <summary>Which days of the facts speak for a period, or null when the facts decide; for the aggregates that the formula itself writes.</summary>
    public Window? Window { get; init; }

    /// <summary>Whether parts add up.</summary>
    public required Additivity Additivity { get; init; }

    /// <summary>Where it is defined, for messages.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Where it is explained: a file of the project and an anchor; of what users added, their file and its line.</summary>
    public string Documentation => Place.IsUsers ? $"{Place.File}#L{Place.Line}" : $"docs/metrics.md#{Subject}-{Name}";
}
