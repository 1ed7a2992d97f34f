namespace ProdSales.Semantics;

/// <summary>A cut with its place in the question and where its numbers come from.</summary>
public sealed class PlannedCut
{
    internal PlannedCut(int index, int sibling, CutRequest request, PlannedCut? parent)
    {
        Index = index;
        Sibling = sibling;
        Request = request;
        Parent = parent;
        Key = CutKey.Of(request);
        Keys = [.. parent?.Keys ?? [], .. Key is null ? (CutKey[])[] : [Key]];
        Depth = parent is null ? 1 : parent.Depth + 1;
    }

    /// <summary>Its number, by which rows of the result name it.</summary>
    public int Index { get; }

    /// <summary>What was asked.</summary>
    public CutRequest Request { get; }

    /// <summary>Cuts inside it, in the order of the question.</summary>
    public IReadOnlyList<PlannedCut> Cuts { get; internal set; } = [];

    /// <summary>Measures of it that are null, and why.</summary>
    public IReadOnlyList<UnavailableMeasure> Unavailable { get; internal set; } = [];

    internal int Sibling { get; }

    internal PlannedCut? Parent { get; }

    internal CutKey? Key { get; }

    internal IReadOnlyList<CutKey> Keys { get; }

    internal int Depth { get; }

    internal HashSet<ScanSource> Sources { get; } = [];

    internal IEnumerable<PlannedCut> WithAncestors()
    {
        for (PlannedCut? cut = this; cut is not null; cut = cut.Parent)
        {
            yield return cut;
        }
    }

    /// <summary>Whether it gives the measure, so that a null comes from the rows.</summary>
    public bool Holds(MeasureRequest request) =>
        Unavailable.All(reason => reason.Measure != request.Measure.Name || (reason.Comparison is { } compared && compared != request.Comparison));
}
