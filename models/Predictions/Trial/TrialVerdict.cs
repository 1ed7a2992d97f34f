namespace ProdSales.Predictions.Trial;

/// <summary>How champion and challenger held against what came, and what follows.</summary>
/// <param name="Decision">What follows.</param>
/// <param name="Reason">
/// <c>better</c>, <c>worse</c>, <c>ranks-worse</c> (its loss is lower, but its AUC below the share of the champion's), <c>no-difference</c>, <c>undecided-too-long</c>,
/// <c>too-few-outcomes</c>.
/// </param>
/// <param name="Cycle">Which judgement of this challenger it is, from 1; judgements with too few outcomes do not count.</param>
/// <param name="First">First day of the scores judged; null without rows.</param>
/// <param name="Last">Last day of them.</param>
/// <param name="Rows">Scores judged.</param>
/// <param name="Groups">Groups among them.</param>
/// <param name="Positives">Rows with the outcome.</param>
/// <param name="ChampionLoss">Log-loss of the champion; NaN without rows.</param>
/// <param name="ChallengerLoss">Log-loss of the challenger.</param>
/// <param name="Difference">The challenger's above the champion's, a row: below 0 it is better.</param>
/// <param name="Low">Where the interval of the difference begins, with 95 % confidence, groups drawn whole.</param>
/// <param name="High">Where it ends.</param>
/// <param name="ChampionAuc">AUC of the champion.</param>
/// <param name="ChallengerAuc">AUC of the challenger.</param>
public sealed record TrialVerdict(
    TrialDecision Decision,
    string Reason,
    int Cycle,
    DateOnly? First,
    DateOnly? Last,
    int Rows,
    int Groups,
    int Positives,
    double ChampionLoss,
    double ChallengerLoss,
    double Difference,
    double Low,
    double High,
    double ChampionAuc,
    double ChallengerAuc)
{
    /// <summary>Gets every reason.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["better", "worse", "ranks-worse", "no-difference", "undecided-too-long", "too-few-outcomes"];
}
