using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>A rollup that might be proposed, and what it would spare.</summary>
/// <param name="Subject">The subject of its fact.</param>
/// <param name="Shape">What it would have to hold.</param>
/// <param name="Times">How often it would have been read.</param>
/// <param name="RowsRead">The rows of the fact that were read instead.</param>
/// <param name="RowsKept">The rows that it would hold.</param>
internal sealed record RollupDraft(Subject Subject, QuestionShape Shape, long Times, long RowsRead, long RowsKept = 0)
{
    /// <summary>One that serves the questions of both.</summary>
    internal RollupDraft WidenedBy(RollupDraft other) => this with
    {
        Shape = new QuestionShape(Shape.Fact, Shape.IsMonthly && other.Shape.IsMonthly, Union(Shape.Dimensions, other.Shape.Dimensions), Union(Shape.Measures, other.Shape.Measures)),
        Times = Times + other.Times,
        RowsRead = RowsRead + other.RowsRead,
    };

    /// <summary>The rollup, or null where the model has no longer what was asked for.</summary>
    internal Rollup? Rollup(string name)
    {
        Fact fact = Subject.Facts.First(known => known.Name == Shape.Fact);
        Dimension?[] dimensions = [.. QuestionShape.Parts(Shape.Dimensions).Select(Subject.Dimension)];
        Measure?[] measures = [.. QuestionShape.Parts(Shape.Measures).Select(Subject.Measure)];
        Aggregate[] parts = [.. measures.OfType<Measure>().SelectMany(measure => measure.Aggregates()).Where(part => ReferenceEquals(part.Fact, fact))];
        bool isKnown = Array.TrueForAll(dimensions, dimension => dimension is not null && fact.Reaches(dimension)) && Array.TrueForAll(measures, measure => measure is not null);
        return isKnown && parts.Length > 0 && Keepable.IsKept(fact) && Array.TrueForAll(parts, Keepable.IsKept)
            ? new Rollup(name, fact, Shape.IsMonthly ? TimeGrain.Month : TimeGrain.Day, [.. dimensions.OfType<Dimension>()], [.. parts.Select(Sum)], fact.Place)
            : null;
    }

    private static RollupSum Sum(Aggregate part, int index) => new(part, string.Create(CultureInfo.InvariantCulture, $"sum_{index}"));

    private static string Union(string names, string others) => QuestionShape.Joined(QuestionShape.Parts(names).Concat(QuestionShape.Parts(others)));
}
