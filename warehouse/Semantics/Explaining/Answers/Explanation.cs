namespace ProdSales.Semantics;

/// <summary>Why a measure differs between two sides.</summary>
public sealed record Explanation
{
    /// <summary>What was asked.</summary>
    public required ExplanationRequest Request { get; init; }

    /// <summary>The value compared with, in the unit of the measure.</summary>
    public required decimal Before { get; init; }

    /// <summary>The value asked about.</summary>
    public required decimal Now { get; init; }

    /// <summary>The difference; every attribution sums to it to the last digit.</summary>
    public decimal Change => Now - Before;

    /// <summary>One attribution for each dimension, in the order of the model's guide.</summary>
    public required IReadOnlyList<DimensionAttribution> Attributions { get; init; }

    /// <summary>The parts that changed otherwise than the rest, the clearest first; empty when nothing stands out, or when they were not asked.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>How many parts were looked at to find them; 0 when they were not asked.</summary>
    public required int SegmentsTested { get; init; }

    /// <summary>True when no part differs from the rest beyond what chance brings: the change, if any, is everybody's. False when segments were not asked.</summary>
    public bool NothingStandsOut => Request.Parts.HasFlag(ExplanationParts.Segments) && Segments.Count == 0;

    /// <summary>A margin in steps; null for other measures, where the columns of the rule do not sum to the measure, and when it was not asked.</summary>
    public MarginBridge? Bridge { get; init; }

    /// <summary>Numbers that say what was behind it, over the whole.</summary>
    public required IReadOnlyList<CauseLine> Causes { get; init; }

    /// <summary>The statements that all of its numbers come from, for whoever wants to check, whatever parts were asked.</summary>
    public required IReadOnlyList<string> Sql { get; init; }

    /// <summary>Sixteen hex digits of the definitions, the statements, their values and the data versions: the same hash, the same answer, of which a request may ask parts.</summary>
    public required string Hash { get; init; }
}
