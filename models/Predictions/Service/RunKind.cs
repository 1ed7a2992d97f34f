namespace ProdSales.Predictions.Service;

/// <summary>A step of the service around predictions.</summary>
public enum RunKind
{
    /// <summary>A model is learned.</summary>
    Train,

    /// <summary>What is open on the last day is scored.</summary>
    Score,

    /// <summary>The challenger is held against the champion.</summary>
    Judge,

    /// <summary>What the champion is asked and says is held against what it was, and against what came.</summary>
    Watch,
}
