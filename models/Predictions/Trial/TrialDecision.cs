namespace ProdSales.Predictions.Trial;

/// <summary>What follows from a judgement.</summary>
public enum TrialDecision
{
    /// <summary>Both stay as they are until the next cycle.</summary>
    Wait,

    /// <summary>The challenger serves from now on.</summary>
    Promote,

    /// <summary>The champion stays, and the challenger is retired.</summary>
    Retire,
}
