namespace ProdSales.Semantics;

/// <summary>What is wrong with a fact, or with the window of a measure over it.</summary>
internal static class FactFaults
{
    internal static ModelFault WithoutRows() => new(
        ModelDefectCodes.FactWithoutRows, new("事实的行必须且只能来自 table 或 source 之一。", "A fact takes its rows from either \"table\" or \"source\"."));

    internal static ModelFault SourceWithoutTables() => new(
        ModelDefectCodes.MissingKey, new("带有 source 的事实必须用 tables 列出它所读的表。", "A fact with a \"source\" must name the \"tables\" that it reads."));

    internal static ModelFault NoSnapshots(string key) => new(
        ModelDefectCodes.WindowNotAllowed, new($"“{key}”只用于快照：该事实须有 window。", $"\"{key}\" is for snapshots: the fact needs a \"window\"."));

    internal static ModelFault DaysAndSeries() => new(
        ModelDefectCodes.WindowNotAllowed,
        new("事实要么有所有行共用的 days，要么有各自日期的 series。", "A fact has \"days\" that are those of all rows, or \"series\" with days of their own."));

    internal static ModelFault LastsOutOfRange(string lasts, int most) => new(
        ModelDefectCodes.ValueNotAllowed, new($"lasts_days 为“{lasts}”；它必须是 1 至 {most} 的整数。", $"\"lasts_days\" is \"{lasts}\"; it must be a whole number from 1 to {most}."));

    internal static ModelFault ConditionUnreadable(LocalisedText reason) => new(
        ModelDefectCodes.FormulaUnreadable, new($"where 无法解析：{reason.Chinese}。", $"\"where\" cannot be read: {reason.English}."));

    internal static ModelFault WindowOfNoSnapshots(string window, string fact) => new(
        ModelDefectCodes.WindowNotAllowed,
        new($"窗口“{window}”不适用：事实“{fact}”是快照，只能用快照的窗口。", $"Window \"{window}\" does not fit: fact \"{fact}\" holds snapshots, so the window must be one of them."));

    internal static ModelFault WindowOfSnapshots(string window, string fact) => new(
        ModelDefectCodes.WindowNotAllowed, new($"窗口“{window}”不适用：事实“{fact}”不是快照。", $"Window \"{window}\" does not fit: fact \"{fact}\" holds no snapshots."));

    internal static ModelFault NoMeanOverDays(string window, string function) => new(
        ModelDefectCodes.WindowNotAllowed,
        new($"窗口“{window}”只用于求和与计数；{function} 没有各日的平均。", $"Window \"{window}\" is for sums and counts; {function} has no mean over days."));

    internal static ModelFault NoSharedDays(string window, string fact) => new(
        ModelDefectCodes.WindowNotAllowed,
        new($"窗口“{window}”需要所有行共用的日期；事实“{fact}”的各序列有各自的日期。", $"Window \"{window}\" needs days that all rows share; the series of fact \"{fact}\" have each their own."));

    internal static ModelFault NoPeriodEnd(string parameter) => new(
        ModelDefectCodes.WindowNotAllowed,
        new($"只有回溯的窗口（如 cumulative）才有 ${parameter}。", $"${parameter} is known only to a window that reaches back, as cumulative."));
}
