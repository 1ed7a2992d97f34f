using System.Globalization;
using System.Text.Json;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;

namespace ProdSales.Predictions.Cards;

/// <summary>The page that tells people what a model of the registry is, what it has shown, and what it must not be used for.</summary>
public static class ModelCard
{
    /// <summary>Writes the page, in Markdown.</summary>
    /// <param name="prediction">What the model predicts.</param>
    /// <param name="model">The model, as it stands in the registry.</param>
    /// <param name="data">What the warehouse holds, in the words of whoever wrote the page, as in "the demo company of seed 1".</param>
    public static IEnumerable<string> Lines(Prediction prediction, RegisteredModel model, string data)
    {
        Learning.Trained.Training training = model.ReadFigures();
        PredictionDefinition definition = prediction.Definition;
        string[] head =
        [
            $"# {prediction.LabelIn(isChinese: false)} {prediction.LabelIn(isChinese: true)}",
            $"{definition.Description.En} {definition.Description.Zh}",
            "",
            $"**Not for 不用于.** {definition.NotFor.En} {definition.NotFor.Zh}",
            "",
            "| | |",
            "|---|---|",
            $"| model 模型 | `{model.Id}` |",
            $"| data 数据 | {data}; outcomes known until 结果已知至 {Day(model.AsOf)} |",
            Rows(definition, model, training),
            Split(prediction, training),
            $"| skill 预测能力 | **{model.Skill}** |",
            Invariant($"| seed 种子 | {model.Seed} |"),
            $"| sha-256 of the question 问题 | `{model.FeatureHash}` |",
            $"| sha-256 of the bytes 字节 | `{model.Sha256}` |",
            "",
            "## Figures 指标",
            "On rows that the fold did not learn from. The base rate is what is said where nothing is known. 以未参与学习的行计算;基准率是一无所知时所说的概率。",
            "",
            "| figure 指标 | model 模型 | base rate 基准率 |",
            "|---|---|---|",
            Invariant($"| AUC | {training.Figures.Auc:F3} ({training.AucInterval.Low:F3} to {training.AucInterval.High:F3}) | 0.500 |"),
            Invariant($"| log-loss 对数损失 | {training.Figures.LogLoss:F4} ({training.LogLossInterval.Low:F4} to {training.LogLossInterval.High:F4}) | {training.Figures.LogLoss + training.GainOverBase:F4} |"),
            Invariant($"| Brier score 分 | {training.Figures.Brier:F4} | {training.BaseRate * (1 - training.BaseRate):F4} |"),
            Invariant($"| ECE, ten bins 十段校准误差 | {training.Figures.CalibrationError:F4} | |"),
            Invariant($"| calibration slope 校准斜率 | {training.Figures.CalibrationSlope:F2} | |"),
            Invariant($"| lift of the first tenth 前一成提升 | {training.Figures.Lift:F2} | 1.00 |"),
            Invariant($"| weight of the trees 树的权重 | {training.TreeShare:F1} | |"),
            "",
            "## Calibration 校准",
            "| rows 行数 | said 所说 | came 实际 |",
            "|---|---|---|",
        ];
        return
        [
            .. head,
            .. training.Calibration.Select(bin => Invariant($"| {bin.Rows:N0} | {bin.Said:P1} | {bin.Came:P1} |")),
            "",
            .. Features(definition),
            .. Notes(model),
        ];
    }

    /// <summary>The part that follows from the definition alone: what is looked at.</summary>
    internal static IEnumerable<string> Features(PredictionDefinition definition) =>
    [
        "## What it looks at 所看特征",
        "| feature | 特征 | kind 类型 | must 方向 | what can be done 可采取的措施 |",
        "|---|---|---|---|---|",
        .. definition.Features.Select(Line),
    ];

    private static string Rows(PredictionDefinition definition, RegisteredModel model, Learning.Trained.Training training)
    {
        string when = training.IsOfShorterSpan ? "at the beginning of the days that have passed 已过去的天数之初" : definition.LearnsFromMiddles ? "at the middles and ends of months 月中与月末" : "at the ends of months 月末";
        return Invariant($"| rows 行数 | {model.Rows:N0} {when}, {model.Positives:N0} with the outcome 有结果 ({training.BaseRate:P1}) |");
    }

    private static string Split(Prediction prediction, Learning.Trained.Training training) => training.IsOfShorterSpan
        ? $"| split 划分 | {training.Validation}: the law of purchases until then, held against the days since; nothing is known yet of {prediction.HorizonDays} days 以当时的下单规律对照其后的天数;尚无 {prediction.HorizonDays} 天的结果 |"
        : Invariant($"| split 划分 | {training.Folds} folds 折, {training.Validation}, {prediction.HorizonDays} days between learning and judging 学习与检验相隔天数; what belongs together stays together 同组不拆分 |");

    private static string Line(FeatureDefinition feature)
    {
        string must = feature.Monotone switch { > 0 => "never lower it 只升不降", < 0 => "never raise it 只降不升", _ => "" };
        string help = feature.Help is { } text ? $"{text.En} {text.Zh}" : "";
        return $"| {feature.Label.En} `{feature.Name}` | {feature.Label.Zh} | {feature.Kind.ToString().ToLowerInvariant()} | {must} | {help} |";
    }

    private static IEnumerable<string> Notes(RegisteredModel model)
    {
        using var notes = JsonDocument.Parse(model.Notes);
        string[] told = [.. notes.RootElement.EnumerateArray().Select(note => $"- {note.GetProperty("Code").GetString()}: {note.GetProperty("Facts").GetRawText()}")];
        return told.Length == 0 ? [] : ["", "## Notes of training 训练说明", .. told];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
