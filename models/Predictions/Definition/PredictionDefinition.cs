namespace ProdSales.Predictions.Definition;

/// <summary>A question about the future of one kind of thing, asked with several horizons: who is asked about, what is known of each, and what came of it.</summary>
public sealed record PredictionDefinition
{
    /// <summary>Gets the name; with a horizon it names a prediction, as <c>win_90</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its place among the others, 1 for what is learned, scored and listed first.</summary>
    public required int Rank { get; init; }

    /// <summary>Gets the words of the business; <c>{0}</c> stands for the days of the horizon.</summary>
    public required LocalText Label { get; init; }

    /// <summary>Gets what exactly is predicted.</summary>
    public required LocalText Description { get; init; }

    /// <summary>Gets what it must not be used for.</summary>
    public required LocalText NotFor { get; init; }

    /// <summary>Gets the feed of the things asked about.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Gets the horizons in days; each is a prediction of its own.</summary>
    public required IReadOnlyList<int> Horizons { get; init; }

    /// <summary>Gets which way the probability must go as the horizon grows: 1 never down, -1 never up, 0 where horizons are no parts of each other.</summary>
    public int LongerHorizon { get; init; }

    /// <summary>Gets over how many months before the last day with known outcomes landmarks are taken for training; one at the end of each month.</summary>
    public int TrainingMonths { get; init; } = 36;

    /// <summary>Gets whether the middle of each month is a landmark too: worth its time where much changes within a month of a subject's life.</summary>
    public bool LearnsFromMiddles { get; init; }

    /// <summary>Gets whether deep trees are offered beside shallow ones where there are many rows; worth it where many things known of a subject only tell something together.</summary>
    public bool OffersDeepTrees { get; init; }

    /// <summary>Gets whether the outcome is wished for, so that help belongs to what lowers the probability.</summary>
    public bool IsWished { get; init; }

    /// <summary>Gets the most rows that are learned from; of more, a sample is drawn in which each row is as likely as any other, so that shares and probabilities stay what they are.</summary>
    public int MostRows { get; init; } = int.MaxValue;

    /// <summary>
    /// Gets what came of a row within <c>$horizon</c> days, as an expression over the columns of the frame; NULL where that is not known by the day <c>$known</c>. One frame so serves all horizons.
    /// </summary>
    public required string Outcome { get; init; }

    /// <summary>Gets texts that stand in several queries, by name: <c>{{name}}</c> in the frame or in histories stands for one. Definitions of the catalogue have them put in.</summary>
    public IReadOnlyDictionary<string, string> Shared { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets the query of the frame: one row for each subject and day of <c>moment (as_of)</c>, with <c>as_of</c>, <c>source_system</c>, <c>subject_id</c>, <c>customer_id</c>,
    /// <c>product_id</c>, <c>owner_id</c>, <c>organisation_id</c>, <c>group_id</c> (what must not be parted between training and test), <c>amount</c>,
    /// <c>stated_probability</c>, <c>came_on</c> (the day of what decides the outcome, however late; NULL while it has not come), what else the outcome asks for, and the features.
    /// <c>$reach</c> stands for the longest horizon.
    /// </summary>
    public required string Frame { get; init; }

    /// <summary>Gets what can be told of purchases while no outcome is known; null where outcomes are needed.</summary>
    public PurchaseDefinition? WithoutOutcomes { get; init; }

    /// <summary>Gets the features.</summary>
    public required IReadOnlyList<FeatureDefinition> Features { get; init; }
}
