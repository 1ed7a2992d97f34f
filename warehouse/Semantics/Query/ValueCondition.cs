namespace ProdSales.Semantics;

/// <summary>A condition on the value that the rows of a cut tell: rows that do not meet it are not told, and what is told stays as it is.</summary>
/// <param name="Asked">The value; it need not be among those that the cut gives.</param>
/// <param name="Test">The test.</param>
/// <param name="Values">What it is held against: any number for <see cref="ValueTest.In"/> and <see cref="ValueTest.NotIn"/>, where null stands for no value, else one that is not null.</param>
public sealed record ValueCondition(MeasureRequest Asked, ValueTest Test, IReadOnlyList<object?> Values)
{
    /// <summary>True where the change from the period of the comparison to that of the question is held against the values, in place of the value there.</summary>
    public bool IsChange { get; init; }

    /// <summary>What is held against them.</summary>
    internal JudgedValue Value => new(Asked, IsChange);
}
