namespace ProdSales.Schema;

/// <summary>The contract of predictions: what is predicted, by which models, what they have shown, and what was said of one subject.</summary>
internal static class PredictionModelTypes
{
    internal const string Fields = """
          "What is predicted, and which model says it."
          predictions: [Prediction!]!
          "The registry of predicting models, the newest first; for those who may see the whole company, whose figures these are."
          models(prediction: String): [PredictionModel!]
          "What the service around the models did and does, the newest first."
          modelRuns(first: Int! = 50, prediction: String): [ModelRun!] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          "What is not as it was about models that serve, the last raised first; isOpen null gives also those that are over."
          modelAlarms(isOpen: Boolean = true): [ModelAlarm!]
          "What the model that serves last said of one subject by a day, and why; null where it said nothing, or nothing that the asker may see."
          score(prediction: String!, subject: ID!, sourceSystem: String, on: Date): SubjectScore

        """;

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

        "A question about the future with one horizon."
        type Prediction {
          "As in win_90."
          name: String!
          "The question with all its horizons, as in win."
          definition: String!
          horizonDays: Int!
          "All horizons of the question, in days."
          horizons: [Int!]!
          label(language: Language! = ZH_CN): String!
          description(language: Language! = ZH_CN): String!
          "What it must not be used for."
          notFor(language: Language! = ZH_CN): String!
          "Feed of the things asked about, as in opportunity."
          subjectType: String!
          "Whether the outcome is wished for."
          isWished: Boolean!
          features: [PredictionFeature!]!
          "Id of the model that serves; null while there is none."
          champion: ID
          "Id of the model that scores beside it, unseen; null while there is none."
          challenger: ID
          "What the champion has shown; null while there is none."
          skill: PredictionSkill
        }

        "What is known of a subject on a day."
        type PredictionFeature {
          name: String!
          label(language: Language! = ZH_CN): String!
          "1 where the probability must never fall as the number rises, -1 where it must never rise, 0 for either."
          monotone: Int!
          "What can be done about it; null where nothing can."
          help(language: Language! = ZH_CN): String
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
          "Version of each table when it was trained."
          dataVersions: [DataVersion!]!
          "The columns that it takes."
          features: [String!]!
          "Sha-256 of what is asked of the warehouse and of the features."
          featureHash: String!
          "Sha-256 of its bytes."
          sha256: String!
          figures: PredictionFigures!
          "Tenths of probability: what was said, and what came."
          calibration: [CalibrationStep!]!
          "Codes of what must be known of it, as in few-labels."
          notes: [String!]!
          "Who made it champion last; null when nobody did."
          approver: String
          "What was decided about it, the first decision first."
          events: [PredictionModelEvent!]!
          "What the last look at it saw; null before the first."
          watch: ModelWatch
        }

        "What a look at a model saw."
        type ModelWatch {
          day: Date!
          figures: [WatchFigure!]!
        }

        "psi, drift and missing of a feature or of the score; unscorable; and of scores with known outcomes base-rate, said, ece, slope and calibration, in standard errors."
        type WatchFigure {
          figure: String!
          feature: String
          value: Float!
          rows: Long!
        }

        enum ModelAlarmSeverity {
          WATCH
          ALARM
        }

        "Something about a model that serves is not as it was."
        type ModelAlarm {
          "The model, or forecast_ with the series, as prediction then."
          model: ID!
          prediction: String!
          "psi, unscorable or calibration of a model; tracking or coverage of forecasts."
          figure: String!
          "Null for the whole; (score) for what the model says."
          feature: String
          label(language: Language! = ZH_CN): String!
          severity: ModelAlarmSeverity!
          "Since which day of the data."
          raisedDay: Date!
          seenDay: Date!
          "Null while it stands."
          overDay: Date
          value: Float!
          limit: Float!
        }

        "How often a table had changed."
        type DataVersion {
          table: String!
          version: Long!
        }

        "Figures on rows that the fold did not learn from; intervals hold 95 %."
        type PredictionFigures {
          auc: Float
          aucLow: Float
          aucHigh: Float
          logLoss: Float
          logLossLow: Float
          logLossHigh: Float
          "By how much the log-loss is below that of the base rate."
          gainOverBase: Float
          baseRate: Float!
          brier: Float
          "Expected calibration error over ten bins."
          calibrationError: Float
          "1 is right, below 1 is overconfident."
          calibrationSlope: Float
          "How many times as often the outcome is in the top tenth."
          lift: Float
          "How the folds were parted: stratified, grouped or in-time; shorter-span where no outcome of the whole span is known yet, and figures speak of the days that have passed."
          validation: String!
          folds: Int!
        }

        "Rows of one tenth of probability."
        type CalibrationStep {
          rows: Int!
          said: Float!
          came: Float!
        }

        "A decision about a predicting model."
        type PredictionModelEvent {
          decidedAt: DateTime!
          "Null when it was new."
          from: PredictionModelStatus
          "The same as before where a judgement left it waiting."
          to: PredictionModelStatus!
          "A person, training or trial."
          decidedBy: String!
          "Of a trial the code of the verdict."
          reason: String!
          "What a trial decided on; null for other decisions."
          trial: TrialFigures
        }

        "How challenger and champion held against what came."
        type TrialFigures {
          "Which judgement of this challenger it was."
          cycle: Int!
          first: Date
          last: Date
          rows: Int!
          positives: Int!
          championLogLoss: Float
          challengerLogLoss: Float
          "The challenger's above the champion's, a row; below 0 it is better."
          difference: Float
          low: Float
          high: Float
          championAuc: Float
          challengerAuc: Float
        }

        "A step of the service around predicting models."
        enum ModelRunKind {
          TRAIN
          SCORE
          "A challenger is held against the champion."
          JUDGE
          "What the champion is asked and says is held against what it was."
          WATCH
        }

        "How far a step has come."
        enum ModelRunOutcome {
          QUEUED
          RUNNING
          DONE
          "There was nothing that it could do; code says why."
          REFUSED
          "It is tried again; what serves goes on serving."
          FAILED
          CANCELLED
          "The server ended in its middle; it left nothing."
          INTERRUPTED
        }

        "One step of the service around predicting models."
        type ModelRun {
          id: ID!
          kind: ModelRunKind!
          prediction: String!
          "A person, or schedule."
          askedBy: String!
          askedAt: DateTime!
          startedAt: DateTime
          endedAt: DateTime
          outcome: ModelRunOutcome!
          "Why it was refused or failed, or what a judgement came to."
          code: String
          "What came of it."
          facts: [RunFact!]!
        }

        "One thing that a step tells."
        type RunFact {
          name: String!
          value: String!
        }

        "What a model said of one subject on one day."
        type SubjectScore {
          prediction: String!
          subject: ID!
          sourceSystem: String!
          scoredDate: Date!
          model: ID!
          skill: PredictionSkill!
          probability: Float!
          "Share of the outcome among the rows of training."
          baseRate: Float
          "What people had said on that day; null where nobody did."
          statedProbability: Float
          "The day by which it happens as likely as not, where several horizons are scored; null where none can be told."
          expectedDate: Date
          "Why no day can be told; null where one is, or none is asked for."
          noDateReason: NoDateReason
          "The strongest reasons, for and against, the strongest first."
          reasons: [ScoreReason!]!
        }

        "Why no day can be told."
        enum NoDateReason {
          "It happens less likely than not within the longest horizon."
          UNLIKELY
          "Not every horizon was scored on that day."
          INCOMPLETE
        }

        enum ReasonDirection {
          RAISES
          LOWERS
        }

        "What one feature adds to a score."
        type ScoreReason {
          place: Int!
          direction: ReasonDirection!
          feature: String!
          label(language: Language! = ZH_CN): String!
          "Null where it is missing, or may not be seen."
          value: String
          "On log-odds against an average row: read sign and rank, it is no probability."
          contribution: Float!
          "What would help, where it speaks against what is wished for and something can be done."
          help(language: Language! = ZH_CN): String
        }


        """;
}
