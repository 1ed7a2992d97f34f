using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>A row of a cut as it should be.</summary>
internal sealed class ExpectedRow
{
    /// <summary>What tells it apart from the other rows of its cut: each key as text, an empty one for the unknown member.</summary>
    internal required string Path { get; init; }

    /// <summary>Members, values and first days from the outermost cut to its own; null for the whole and for an unknown value.</summary>
    internal required IReadOnlyList<object?> Keys { get; init; }

    /// <summary>What it is ordered by after the measure: the natural order, name, id.</summary>
    internal required IReadOnlyList<IComparable?> Place { get; init; }

    /// <summary>Names, ids and the period by the column of the result.</summary>
    internal required IReadOnlyDictionary<string, string?> Names { get; init; }

    /// <summary>Values of measures by the column of the result; null where there is none or where it is unavailable.</summary>
    internal required IReadOnlyDictionary<string, Number?> Values { get; init; }

    /// <summary>The value that it is ordered by, where that is a measure.</summary>
    internal required Number? Ordering { get; init; }

    /// <summary>Whether it meets the conditions of its cut.</summary>
    internal required bool IsTold { get; init; }

    /// <summary>The rows of each inner cut that belong to it, those alone that are told.</summary>
    internal required IReadOnlyList<(CutRequest Cut, IReadOnlyList<ExpectedRow> Rows)> Inner { get; init; }
}
