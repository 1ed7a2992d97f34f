using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Learning.Explanation;
using ProdSales.Learning.Trained;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Predictions.Outlook;
using ProdSales.Predictions.Registry;

namespace ProdSales.Predictions.Scoring;

/// <summary>Turns what a model says of a frame into rows of the feeds of scores and reasons.</summary>
internal static class ScoreRows
{
    private const int MostReasons = 5;

    internal static IEnumerable<FeedRow> Of(
        Prediction prediction, RegisteredModel entry, TrainedModel model, bool isChampion, Frame frame, Func<Prediction, TrainedModel?> modelOf, string currency, DateTime recordedAt)
    {
        RowScore[] scores = model.Score(frame.Features);
        double[] own = [.. scores.Select(score => score.Probability)];
        SubjectOutlook[] outlooks = isChampion ? Outlooks.Of(prediction, own, frame.Features, modelOf) : [.. own.Select(probability => new SubjectOutlook(probability, null, null))];
        string[] columns = [.. model.Columns.Select(column => column.Name)];
        for (int row = 0; row < scores.Length; row++)
        {
            Score score = Scored(prediction, entry, model, isChampion, frame.Rows[row], outlooks[row], currency) with { RecordedAt = recordedAt };
            yield return score;
            foreach (bool isFor in (bool[])[true, false])
            {
                foreach (Learning.Explanation.Reason reason in Reasons.Strongest(scores[row], columns, frame.Features, row, isFor, MostReasons))
                {
                    yield return Told(score, reason, isFor) with { RecordedAt = recordedAt };
                }
            }
        }
    }

    private static Score Scored(
        Prediction prediction, RegisteredModel entry, TrainedModel model, bool isChampion, FrameRow row, SubjectOutlook outlook, string currency)
    {
        return new Score
        {
            SourceSystem = row.SourceSystem,
            SourceId = string.Create(CultureInfo.InvariantCulture, $"{entry.Id}:{row.SubjectId}:{row.AsOf:yyyy-MM-dd}"),
            ScoredDate = row.AsOf,
            Prediction = prediction.Name,
            ModelId = entry.Id,
            ModelRole = isChampion ? "champion" : "challenger",
            Skill = entry.Skill,
            SubjectType = prediction.Definition.SubjectType,
            SubjectId = row.SubjectId,
            CustomerId = row.CustomerId,
            ProductId = row.ProductId,
            DeviceId = prediction.Definition.SubjectType == "device" ? row.SubjectId : null,
            OwnerId = row.OwnerId,
            OrganisationId = row.OrganisationId,
            HorizonDays = prediction.HorizonDays,
            Probability = Math.Clamp(outlook.Probability, 0, 1),
            ExpectedDate = outlook.ExpectedInDays is { } days ? row.AsOf.AddDays(days) : null,
            NoDateReason = outlook.NoDateReason,
            BaseRate = model.Training.IsOfShorterSpan ? null : model.Training.BaseRate,
            StatedProbability = row.StatedProbability,
            Amount = row.Amount,
            Currency = row.Amount is null ? null : currency,
            ExchangeRate = row.Amount is null ? null : 1,
        };
    }

    private static ScoreReason Told(Score score, Learning.Explanation.Reason reason, bool isFor) => new()
    {
        SourceSystem = score.SourceSystem,
        SourceId = string.Create(CultureInfo.InvariantCulture, $"{score.SourceId}:{(isFor ? "+" : "-")}{reason.Rank}"),
        ScoredDate = score.ScoredDate,
        ScoreId = score.SourceId,
        CustomerId = score.CustomerId,
        OwnerId = score.OwnerId,
        Place = reason.Rank,
        Direction = isFor ? "raises" : "lowers",
        Feature = reason.Column,
        FeatureValue = reason.Value,
        Contribution = reason.Contribution,
    };
}
