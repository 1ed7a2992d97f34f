namespace ProdSales.Schema;

/// <summary>The contract of what is known of predicting models.</summary>
internal static class PredictionModelTypes
{
    internal const string Types = """
        "What a predicting model is for at the moment."
        enum PredictionModelStatus {
          "Trained and not used."
          CANDIDATE
          "Scores beside the champion, unseen by people."
          CHALLENGER
          "The one whose scores people see; at most one of a prediction."
          CHAMPION
          "Taken out of use; it can be taken back."
          RETIRED
        }

        "What a predicting model has shown on rows that it did not learn from."
        enum PredictionSkill {
          "No better than the base rate, which is what it says."
          NONE
          WEAK
          GOOD
        }

        "A predicting model of the registry. It never changes; its status does."
        type PredictionModel {
          "Prediction, day and number, as in win_90-2026-10-31-1."
          id: ID!
          "What it predicts, as in win_90."
          prediction: String!
          status: PredictionModelStatus!
          skill: PredictionSkill!
          trainedAt: DateTime!
          "Last day of which it knew outcomes."
          asOf: Date!
          rows: Long!
          "Rows that had the outcome."
          positives: Long!
          seed: Long!
          "Sha-256 of what is asked of the warehouse and of the features."
          featureHash: String!
          "Sha-256 of its bytes."
          sha256: String!
        }


        """;
}
