namespace ProdSales.Semantics;

/// <summary>What a cross found.</summary>
public sealed record CrossAnswer
{
    /// <summary>Fewer cells say nothing.</summary>
    public const int FewestCells = 8;

    /// <summary>The question.</summary>
    public required CrossRequest Request { get; init; }

    /// <summary>What cells were cut by.</summary>
    public required Dimension By { get; init; }

    /// <summary>The cells in which both are known, by member and step.</summary>
    public required IReadOnlyList<CrossCell> Cells { get; init; }

    /// <summary>Cells in which only one of the two is known; they are left out.</summary>
    public required int Incomplete { get; init; }

    /// <summary>Over all cells.</summary>
    public required Relation Overall { get; init; }

    /// <summary>With each member held against its own mean; null without steps.</summary>
    public required Relation? Within { get; init; }

    /// <summary>With the control held still, over the cells in which it is known; null without a control.</summary>
    public required Relation? Partial { get; init; }

    /// <summary>The statements that were run.</summary>
    public required IReadOnlyList<string> Sql { get; init; }

    /// <summary>What they say together.</summary>
    public CrossVerdict Verdict => this switch
    {
        { Cells.Count: < FewestCells } => CrossVerdict.TooFewCells,
        { Overall.Correlation: null } => CrossVerdict.NoVariation,
        { Overall.IsTold: false } => CrossVerdict.NoRelation,
        _ when Denies(Within) || Denies(Partial) => CrossVerdict.NotWithin,
        _ => Overall.Correlation > 0 ? CrossVerdict.Rising : CrossVerdict.Falling,
    };

    // What rests on too few cells denies nothing.
    private bool Denies(Relation? other) =>
        other is { Cells: >= FewestCells, Correlation: { } found } && (!other.IsTold || Math.Sign(found) != Math.Sign(Overall.Correlation!.Value));
}
