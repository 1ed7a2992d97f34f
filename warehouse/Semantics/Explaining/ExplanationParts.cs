namespace ProdSales.Semantics;

/// <summary>What an explanation tells beside the attribution of the change to the members of each dimension, which is always told.</summary>
[Flags]
public enum ExplanationParts
{
    /// <summary>The attributions alone: one pass over the rows, that adds them up by the members of each dimension.</summary>
    None = 0,

    /// <summary>The segments that stand out, with their causes: the search needs every combination of members, and costs several times the rest.</summary>
    Segments = 1,

    /// <summary>The bridge of a margin.</summary>
    Bridge = 2,

    /// <summary>What was behind the change of the whole.</summary>
    Causes = 4,

    /// <summary>Everything.</summary>
    All = Segments | Bridge | Causes,
}
