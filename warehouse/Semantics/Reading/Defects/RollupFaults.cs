namespace ProdSales.Semantics;

/// <summary>What is wrong with a rollup.</summary>
internal static class RollupFaults
{
    internal static ModelFault OfUsers() => new(
        ModelDefectCodes.RollupNotKept,
        new("汇总表由装载维护，而装载只读产品自带的定义；请去掉 rollups。", "Rollups are kept by loading, which reads the product's definitions alone; leave \"rollups\" out."));

    internal static ModelFault HoldsNothing(string name) => new(
        ModelDefectCodes.RollupHoldsNothing, new($"汇总表“{name}”没有列出可保存的指标。", $"Rollup \"{name}\" names no measure that it can hold."));

    internal static ModelFault FactNotKept(string fact) => new(
        ModelDefectCodes.RollupNotKept,
        new($"“{fact}”的行是快照、语句或取决于提问之日：无法保存其合计。", $"Rows of \"{fact}\" are snapshots, a statement, or depend on the day of the question: no sums of them can be kept."));

    internal static ModelFault NoTable(string relation) => new(
        ModelDefectCodes.RollupNotKept,
        new($"“{relation}”不是星型模式的表：无从得知其中的变化，因此无法保存合计。", $"\"{relation}\" is no table of the star: what changes in it is not told, so no sums of it can be kept."));

    internal static ModelFault NotAdditive(string measure) => new(
        ModelDefectCodes.RollupNotAdditive,
        new(
            $"“{measure}”不能由保存的合计得出：它去重计数、取中间值，或取决于提问之日。",
            $"\"{measure}\" does not add up from kept sums: it counts different values, takes a middle, or depends on the day of the question."));

    internal static ModelFault NotExact(string rollup, string column) => new(
        ModelDefectCodes.RollupNotExact,
        new($"汇总表 {rollup} 的“{column}”对浮点数求和：保存的合计可能与明细不同。", $"\"{column}\" of rollup {rollup} sums floating point: kept sums could differ from those of the rows."));

    internal static ModelFault Unreadable(string rollup, string detail) => new(
        ModelDefectCodes.UnknownColumn, new($"汇总表 {rollup} 的行无法读取：{detail}", $"The rows of rollup {rollup} cannot be read: {detail}"));
}
