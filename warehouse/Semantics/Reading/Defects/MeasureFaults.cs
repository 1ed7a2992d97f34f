namespace ProdSales.Semantics;

/// <summary>What is wrong with a measure: its formula, its sample and its target.</summary>
internal static class MeasureFaults
{
    internal static ModelFault NoMeasure(string named) => new(
        ModelDefectCodes.NotAMeasure, new($"“{named}”不是指标的名称（写法如 sales.revenue）。", $"\"{named}\" is no name of a measure, as in sales.revenue."));

    internal static ModelFault Unreadable(string formula, LocalisedText reason) => new(
        ModelDefectCodes.FormulaUnreadable, new($"公式“{formula}”无法解析：{reason.Chinese}。", $"Formula \"{formula}\" cannot be read: {reason.English}."));

    internal static ModelFault NothingToCountBack() => new(
        ModelDefectCodes.FormulaUnreadable,
        new(
            "count_back(balance, flow) 只能沿期间内行的单个求和回溯，如 count_back(receivables, credit_sales)。",
            "count_back(balance, flow) counts back through one sum over the rows of a period, as in count_back(receivables, credit_sales)."));

    internal static ModelFault Cycle(string path) => new(ModelDefectCodes.FormulaCycle, new($"公式引用了自身：{path}。", $"The formula needs itself: {path}."));

    internal static ModelFault TooLarge(int most) => new(
        ModelDefectCodes.FormulaTooLarge,
        new($"公式引用的指标超过 {most} 个（按引用次数计）。", $"The formula puts in more than {most} measures, counting each as often as it is named."));

    internal static ModelFault FactMissing() => new(
        ModelDefectCodes.MissingKey, new("缺少 fact：该主题有多个事实，或一个也没有。", "\"fact\" is missing: the subject has more than one, or none."));

    internal static ModelFault FormulaRepeated(string formula, string measure) => Repeated(new($"公式“{formula}”", $"The formula \"{formula}\""), measure);

    internal static ModelFault PartRepeated(string function, string argument, string measure) =>
        Repeated(new($"公式中对 {argument} 的 {function}", $"{function} of {argument} in the formula"), measure);

    internal static ModelFault LeastNotANumber(string text) => new(
        ModelDefectCodes.ValueNotAllowed, new($"“minimum_sample: {text}”必须是大于 0 的整数。", $"\"minimum_sample: {text}\" must be a whole number above 0."));

    internal static ModelFault LeastBelow(int least, int demanded, string measure) => new(
        ModelDefectCodes.ValueNotAllowed,
        new($"“minimum_sample: {least}”不得低于 {measure} 的 {demanded}。", $"\"minimum_sample: {least}\" must not be below the {demanded} of {measure}."));

    internal static ModelFault SampleUnclear() => new(
        ModelDefectCodes.SampleUnclear, new("公式未说明样本由什么计数；请用 sample 指明。", "The formula does not say what its cases are; name what counts them as \"sample\"."));

    internal static ModelFault FormulaBesideTarget() => new(
        ModelDefectCodes.UnknownKey,
        new("对照目标的指标以 attainment 为公式；请去掉 formula。", "A measure that is held against a target has its formula from \"attainment\"; leave \"formula\" out."));

    internal static ModelFault SideNotAMeasure(string side, string text) => new(
        ModelDefectCodes.TargetUnclear,
        new(
            $"“{side}: {text}”必须是指标的名称（如 target_amount），以便与达成并列显示。",
            $"\"{side}: {text}\" must be the name of a measure, as in target_amount, so that it can be told beside what is held against it."));

    internal static ModelFault NoDirection() => new(
        ModelDefectCodes.TargetUnclear,
        new("对照目标的指标必须用 good 说明越高越好还是越低越好。", "A measure that is held against a target must say by \"good\" whether more or less of it is better."));

    internal static ModelFault AmberAboveGreen(string amber, string green) => new(
        ModelDefectCodes.TargetUnclear, new($"“amber: {amber}”不得高于“green: {green}”。", $"\"amber: {amber}\" must be at most \"green: {green}\"."));

    internal static ModelFault AmberBelowGreen(string amber, string green) => new(
        ModelDefectCodes.TargetUnclear, new($"“amber: {amber}”不得低于“green: {green}”。", $"\"amber: {amber}\" must be at least \"green: {green}\"."));

    internal static ModelFault LimitNotANumber(string key, string text) => new(
        ModelDefectCodes.ValueNotAllowed, new($"“{key}: {text}”必须是大于 0 的数，即目标的倍数。", $"\"{key}: {text}\" must be a number above 0, as a share of the target."));

    private static ModelFault Repeated(LocalisedText what, string measure) => new(
        ModelDefectCodes.NumberDefinedTwice,
        new($"{what.Chinese}已由 {measure} 定义；请直接引用该指标。", $"{what.English} is what {measure} already says; name that measure instead."));
}
