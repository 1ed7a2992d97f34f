namespace ProdSales.Semantics;

/// <summary>What a measure is computed by: aggregates over facts, joined by arithmetic.</summary>
public abstract record Formula
{
    /// <summary>Every aggregate in it, from left to right.</summary>
    public IEnumerable<Aggregate> Aggregates() => this switch
    {
        Aggregate aggregate => [aggregate],
        Arithmetic arithmetic => arithmetic.Left.Aggregates().Concat(arithmetic.Right.Aggregates()),
        ScalarCall call => call.Arguments.SelectMany(argument => argument.Aggregates()),
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

/// <summary>The number of days of the period, or of the step of time that a row of a cut stands for, up to the day of the question.</summary>
public sealed record PeriodDays : Formula;

/// <summary>A function of values that are computed already.</summary>
/// <param name="Function">Which function.</param>
/// <param name="Arguments">As many as the function takes.</param>
public sealed record ScalarCall(ScalarFunction Function, IReadOnlyList<Formula> Arguments) : Formula
{
    /// <inheritdoc/>
    public bool Equals(ScalarCall? other) => other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => Arguments.Aggregate(Function.GetHashCode(), HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"{Function}({string.Join(", ", Arguments)})";
}

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

    /// <summary>Which days of the fact are read.</summary>
    public Window Window { get; init; } = Fact.Window;

    /// <summary>The denominator of a rolled yield, or whether the end was seen for a survival median; null for other functions.</summary>
    public SqlFragment? Second { get; init; }

    /// <summary>The column whose values a rolled yield multiplies over, or the day whose months are summed; null for other functions.</summary>
    public string? Step { get; init; }

    /// <summary>Every piece of SQL in it.</summary>
    public IEnumerable<SqlFragment> Fragments => new[] { Argument, Second, Filter }.OfType<SqlFragment>();

    /// <summary>Every column of the fact that it reads.</summary>
    public IEnumerable<string> Columns => Fragments.SelectMany(fragment => fragment.Columns).Concat(Step is null ? (string[])[] : [Step]);

    /// <inheritdoc/>
    public bool Equals(Aggregate? other) =>
        other is not null && ReferenceEquals(Fact, other.Fact) && Function == other.Function && Share == other.Share && Window == other.Window
        && Step == other.Step && Equals(Argument, other.Argument) && Equals(Filter, other.Filter) && Equals(Second, other.Second);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fact.Name, Function, Argument, Filter, Share, Window, Second, Step);
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

    internal SqlFragment? Second { get; init; }

    internal string? Step { get; init; }

    /// <summary>The aggregate over the rows of a fact.</summary>
    internal Aggregate Over(Fact fact, Window? window) =>
        new(fact, Function, Argument, Filter, Share) { Second = Second, Step = Step, Window = window ?? fact.Window };
}
