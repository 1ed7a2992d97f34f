namespace ProdSales.Semantics;

/// <summary>A cut with its place in the question and where its numbers come from.</summary>
public sealed class PlannedCut
{
    internal PlannedCut(int index, int sibling, CutRequest request, PlannedCut? parent)
    {
        Index = index;
        Sibling = sibling;
        Parent = parent;
        Key = CutKey.Of(request);
        Identity = [.. parent?.Identity ?? [], .. request.Dimension is { } dimension ? [new CutField(dimension, dimension.Member?.Id is not null)] : (CutField[])[]];
        FinestStep = parent?.FinestStep is { } outer && (request.Grain is not { } own || outer < own) ? outer : request.Grain;
        // Rows are told under the member that they are of.
        Request = request.Rows.Count == 0 ? request : request with { Fields = [.. request.Fields.Union(Identity)] };
        Keys = [.. parent?.Keys ?? [], .. Key is null ? (CutKey[])[] : [Key]];
        Depth = parent is null ? 1 : parent.Depth + 1;
    }

    /// <summary>Its number, by which rows of the result name it.</summary>
    public int Index { get; }

    /// <summary>What was asked.</summary>
    public CutRequest Request { get; }

    /// <summary>Cuts inside it, in the order of the question.</summary>
    public IReadOnlyList<PlannedCut> Cuts { get; internal set; } = [];

    /// <summary>What tells the members of its rows apart, from the outermost cut in.</summary>
    public IReadOnlyList<CutField> Identity { get; }

    /// <summary>The finest step of time that it is cut by, or null.</summary>
    public TimeGrain? FinestStep { get; }

    /// <summary>The columns of the first rows behind a number and of how many there are; null where the cut does not give them.</summary>
    /// <param name="rows">Their position among those asked for.</param>
    public (string Rows, string Total)? RowColumns(int rows) =>
        Holds(new MeasureRequest(Request.Rows[rows].Measure)) ? ($"rows of {Index}.{rows}", $"total of {Index}.{rows}") : null;

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
