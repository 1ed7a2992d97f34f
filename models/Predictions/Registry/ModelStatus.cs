namespace ProdSales.Predictions.Registry;

/// <summary>What a model is for at the moment.</summary>
public enum ModelStatus
{
    /// <summary>Trained and not used.</summary>
    Candidate,

    /// <summary>Scores beside the champion, unseen by people.</summary>
    Challenger,

    /// <summary>The one whose scores people see; at most one of a prediction.</summary>
    Champion,

    /// <summary>Was champion or challenger, and can be made champion again.</summary>
    Retired,
}
