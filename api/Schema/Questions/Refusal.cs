using System.Text.Json;
using ProdSales.GraphQL;
using ProdSales.Predictions.Registry;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Why a question is not answered.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">The thing, the value and what is allowed, in both languages.</param>
/// <param name="Facts">The same for programs.</param>
internal sealed record Refusal(string Code, LocalisedText Message, IReadOnlyDictionary<string, object?> Facts)
{
    /// <summary>The message in the language that the host asked for with the request; English where it asked for none.</summary>
    internal string MessageFor(object? state) => Caller.Of(state).Language is AnswerLanguage.Chinese ? Message.Chinese : Message.English;

    /// <summary>The refusal as the error of a field, in the language of the request.</summary>
    internal GraphQLError ErrorFor(object? state) => new(Code, MessageFor(state)) { Facts = Facts };

    internal static Refusal Of(ScopeRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Facts);

    internal static Refusal Of(RowRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Facts);

    internal static Refusal FirstAndLast(int first, int last) =>
        new(
            "first-and-last",
            new($"first: {first} 与 last: {last} 不能同时使用；请只给其中一个。", $"first: {first} and last: {last} cannot both be given; keep one of them."),
            new Dictionary<string, object?> { ["first"] = first, ["last"] = last });

    internal static Refusal RightMissing(Right right)
    {
        string name = JsonNamingPolicy.SnakeCaseLower.ConvertName(right.ToString());
        return new(
            "right-missing",
            new($"您的角色没有权限 {name}；请由具备该权限的角色操作。", $"None of your roles has the right {name}; somebody whose role has it must do this."),
            new Dictionary<string, object?> { ["right"] = name });
    }

    /// <summary>Why the registry of predicting models refuses; null when it was not the question that is at fault.</summary>
    internal static Refusal? Of(RegistryException refusal) => refusal.Code switch
    {
        "model-unknown" => new(refusal.Code, new($"登记册中没有模型“{refusal.About}”。", $"The registry has no model \"{refusal.About}\"."), Facted("model", refusal.About)),
        "no-earlier-champion" => new(
            refusal.Code,
            new($"{refusal.About} 在现用模型之前没有其他启用过的模型；未作更改。", $"{refusal.About} had no champion before the present one; nothing was changed."),
            Facted("prediction", refusal.About)),
        _ => null,
    };

    internal static Refusal NoSuchPrediction(string name, IEnumerable<string> known) =>
        new("no-such-prediction", new($"没有预测“{name}”；可用 {string.Join("、", known)}。", $"There is no prediction \"{name}\"; there are {string.Join(", ", known)}."), Facted("prediction", name));

    internal static Refusal OfWholeCompany() =>
        new(
            "whole-company",
            new("模型的指标来自整个公司的数据；您的角色只可查看其中一部分。", "Figures of models are made from the whole company, of which your roles see a part."),
            new Dictionary<string, object?>());

    internal static Refusal ScoresMasked() =>
        new("measure-masked", new("您的角色不可查看评分。", "Your roles may not see scores."), new Dictionary<string, object?>());

    internal static Refusal NoService() =>
        new(
            "no-service",
            new("此处没有后台服务；请使用 prodsales train 或 prodsales predict，或向 prodsales serve 提出。", "No service runs here; use 'prodsales train' or 'prodsales predict', or ask a server."),
            new Dictionary<string, object?>());

    internal static Refusal ReasonMissing() =>
        new("reason-missing", new("reason 不能为空；它与决定一起保存。", "reason must not be empty; it is kept with the decision."), new Dictionary<string, object?>());

    internal static Refusal PeriodEndsBeforeItStarts(DateOnly from, DateOnly to) =>
        new(
            "period-ends-before-it-starts",
            new($"期间 {from:yyyy-MM-dd} 至 {to:yyyy-MM-dd} 的结束早于开始。", $"The period from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} ends before it starts."),
            new Dictionary<string, object?> { ["from"] = $"{from:yyyy-MM-dd}", ["to"] = $"{to:yyyy-MM-dd}" });

    internal static Refusal PeriodOutOfRange(DateOnly from, DateOnly to) =>
        new(
            "period-out-of-range",
            new(
                $"期间 {from:yyyy-MM-dd} 至 {to:yyyy-MM-dd} 必须在 {SelectionReader.FirstDay:yyyy-MM-dd} 与 {SelectionReader.LastDay:yyyy-MM-dd} 之间。",
                $"The period from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} must lie between {SelectionReader.FirstDay:yyyy-MM-dd} and {SelectionReader.LastDay:yyyy-MM-dd}."),
            new Dictionary<string, object?> { ["from"] = $"{from:yyyy-MM-dd}", ["to"] = $"{to:yyyy-MM-dd}" });

    internal static Refusal FirstOutOfRange(int first, int most = SelectionReader.MostRows) =>
        new(
            "first-out-of-range",
            new($"first: {first} 必须在 1 与 {most} 之间。", $"first: {first} must lie between 1 and {most}."),
            new Dictionary<string, object?> { ["first"] = first, ["most"] = most });

    internal static Refusal TooManySteps(int steps) =>
        new(
            "too-many-steps",
            new($"everyStep 会给出约 {steps} 个时间段，最多 {SelectionReader.MostRows}；请缩短期间或用更大的 grain。", $"everyStep would give some {steps} steps, and {SelectionReader.MostRows} are the most; take a shorter period or a coarser grain."),
            new Dictionary<string, object?> { ["steps"] = steps, ["most"] = SelectionReader.MostRows });

    internal static Refusal NoSuchMeasure(string name) =>
        new(
            "no-such-measure",
            new($"没有指标“{name}”；写法如 sales.grossMargin，可用的见 measures。", $"There is no measure \"{name}\"; it is written as in sales.grossMargin, and measures lists them."),
            new Dictionary<string, object?> { ["measure"] = name });

    internal static Refusal NotOneSubject(IReadOnlyList<string> fields) =>
        new(
            "export-one-subject",
            new($"导出需要且只需要一个主题字段或 rows；此问题有 {fields.Count} 个根字段：{string.Join("、", fields)}。", $"An export takes one subject, or rows; this question has {fields.Count} root fields: {string.Join(", ", fields)}."),
            new Dictionary<string, object?> { ["fields"] = string.Join(' ', fields) });

    internal static Refusal NotOneTable(IReadOnlyList<string> cuts) =>
        new(
            "export-one-table",
            cuts.Count == 0
                ? new("导出需要 total、overTime 或某个维度的切分；此问题没有。", "An export takes total, overTime or a cut by a dimension; this question has none.")
                : new($"导出只能是一张表；请只保留其中一个切分：{string.Join("、", cuts)}。", $"An export is one table; keep one of these cuts: {string.Join(", ", cuts)}."),
            new Dictionary<string, object?> { ["cuts"] = string.Join(' ', cuts) });

    internal static Refusal WholeTable(IReadOnlyList<string> arguments) =>
        new(
            "export-all-rows",
            new($"行的导出总是全部；请去掉 {string.Join("、", arguments)}。", $"An export of rows holds all of them; leave out {string.Join(", ", arguments)}."),
            new Dictionary<string, object?> { ["arguments"] = string.Join(' ', arguments) });

    internal static Refusal NoRowsInTable() =>
        new("export-one-table", new("一张表不含切分内的 rows；请单独导出 rows。", "A table holds no rows of a cut; export rows by themselves."), new Dictionary<string, object?> { ["cuts"] = "rows" });

    internal static Refusal NoColumns() =>
        new("export-no-columns", new("最内层切分没有选择任何列。", "The innermost cut selects no column."), new Dictionary<string, object?>());

    internal static Refusal MembersWithoutIds(string cut) =>
        new(
            "members-without-ids",
            new($"{cut} 的成员没有编号；请在 where 中用 member 代替 memberId。", $"The members of {cut} have no ids; name them by member in place of memberId."),
            new Dictionary<string, object?> { ["cut"] = cut });

    internal static Refusal CutRepeated(string cut) =>
        new(
            "cut-repeated",
            new($"{cut} 之内又是 {cut}；每个维度在下钻路径上只能出现一次。", $"{cut} stands inside {cut}; cut by each dimension once on the way down."),
            new Dictionary<string, object?> { ["cut"] = cut });

    private static Dictionary<string, object?> Facted(string name, string? value) => new(StringComparer.Ordinal) { [name] = value };
}
