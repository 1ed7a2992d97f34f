namespace ProdSales.Semantics;

/// <summary>What a measure is computed by: aggregates over facts, joined by arithmetic.</summary>
public abstract record Formula
{
    /// <summary>Every aggregate in it, from left to right.</summary>
    public IEnumerable<Aggregate> Aggregates() => this switch
    {
        Aggregate aggregate => [aggregate],
        Arithmetic arithmetic => arithmetic.Left.Aggregates().Concat(arithmetic.Right.Aggregates()),
        _ => [],
    };
}

/// <summary>A number as written.</summary>
/// <param name="Text">Its digits.</param>
public sealed record Constant(string Text) : Formula;

/// <summary>Two formulas joined by an operator; a division by nothing or by 0 gives null.</summary>
/// <param name="Operator">One of + - * /.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record Arithmetic(char Operator, Formula Left, Formula Right) : Formula;

/// <summary>An aggregate over the rows of one fact.</summary>
/// <param name="Fact">Whose rows.</param>
/// <param name="Function">Which aggregate.</param>
/// <param name="Argument">What is aggregated; null counts rows.</param>
/// <param name="Filter">Which rows, or null for all.</param>
/// <param name="Share">The share of a quantile, in [0, 1]; null for other functions.</param>
public sealed record Aggregate(Fact Fact, AggregateFunction Function, SqlFragment? Argument, SqlFragment? Filter, string? Share) : Formula
{
    /// <summary>Whether values of parts can be added up to the value of the whole.</summary>
    public bool IsAdditive => Function is AggregateFunction.Sum or AggregateFunction.Count;

    /// <inheritdoc/>
    public bool Equals(Aggregate? other) =>
        other is not null && ReferenceEquals(Fact, other.Fact) && Function == other.Function && Share == other.Share
        && Equals(Argument, other.Argument) && Equals(Filter, other.Filter);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fact.Name, Function, Argument, Filter, Share);
}

/// <summary>A measure named inside a formula; gone once the model is compiled.</summary>
/// <param name="Subject">Its subject, or null for the same one.</param>
/// <param name="Name">Its name.</param>
internal sealed record MeasureReference(string? Subject, string Name) : Formula;

/// <summary>An aggregate whose fact is not known yet; gone once the model is compiled.</summary>
internal sealed record UnboundAggregate(AggregateFunction Function, SqlFragment? Argument, SqlFragment? Filter, string? Share) : Formula
{
    /// <summary>True for the sum and the count that a mean stands for: nobody wrote them.</summary>
    internal bool IsPartOfMean { get; init; }
}
