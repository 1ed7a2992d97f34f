namespace ProdSales.Predictions.Service;

/// <summary>How far a run has come.</summary>
public enum RunOutcome
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It did what it was to do.</summary>
    Done,

    /// <summary>There was nothing that it could do, and it says why; what served goes on serving.</summary>
    Refused,

    /// <summary>The world failed; it is tried again.</summary>
    Failed,

    /// <summary>It was ended before its end and left nothing.</summary>
    Cancelled,

    /// <summary>The server ended in its middle; it left nothing.</summary>
    Interrupted,
}
