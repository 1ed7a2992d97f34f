namespace ProdSales.Semantics;

/// <summary>Names of things that are not there, with the nearest that is.</summary>
internal static class UnknownFaults
{
    internal static ModelFault Dimension(string name, IEnumerable<string> known) =>
        Hinted(ModelDefectCodes.UnknownDimension, $"没有维度“{name}”", $"\"{name}\" is no dimension", name, known);

    internal static ModelFault DimensionOf(string owner, string name, IEnumerable<string> known) =>
        Hinted(ModelDefectCodes.UnknownDimension, $"{owner} 没有维度“{name}”", $"\"{name}\" is no dimension of {owner}", name, known);

    internal static ModelFault Measure(string name, IEnumerable<string> known) =>
        Hinted(ModelDefectCodes.UnknownMeasure, $"没有指标“{name}”", $"\"{name}\" is no measure", name, known);

    internal static ModelFault MeasureOf(string owner, string name, IEnumerable<string> known) =>
        Hinted(ModelDefectCodes.UnknownMeasure, $"{owner} 没有指标“{name}”", $"\"{name}\" is no measure of {owner}", name, known);

    internal static ModelFault Fact(string name, IEnumerable<string> known) =>
        Hinted(ModelDefectCodes.UnknownFact, $"没有事实“{name}”", $"\"{name}\" is no fact", name, known);

    internal static ModelFault FactOf(string owner, string name, IEnumerable<string> known) =>
        Hinted(ModelDefectCodes.UnknownFact, $"{owner} 没有事实“{name}”", $"\"{name}\" is no fact of {owner}", name, known);

    internal static ModelFault Column(string table, string column, IEnumerable<string> known) =>
        Hinted(ModelDefectCodes.UnknownColumn, $"{table} 没有列“{column}”", $"\"{column}\" is no column of {table}", column, known);

    internal static ModelFault MaskedColumn(string role, string table, string column, IEnumerable<string> known) => Hinted(
        ModelDefectCodes.UnknownColumn, $"{table} 没有角色“{role}”屏蔽的列“{column}”", $"\"{column}\", which role \"{role}\" masks, is no column of {table}", column, known);

    internal static ModelFault ColumnOfNoTable(string column, IEnumerable<string> tables) => Hinted(
        ModelDefectCodes.UnknownTable,
        $"“{column}”不是指标所读表的列（写法如 fact_sales_order_line.cost_amount）",
        $"\"{column}\" is no column of a table that measures read, as in fact_sales_order_line.cost_amount",
        column.Split('.')[0],
        tables);

    internal static ModelFault NoSumOfSource(string name) => new(
        ModelDefectCodes.UnknownMeasure,
        new($"“{name}”不是 source 可以引用的指标：它必须是对一个表的单个求和。", $"\"{name}\" is no measure that a \"source\" can name: it must be one sum over a table."));

    private static ModelFault Hinted(string code, string chinese, string english, string name, IEnumerable<string> known)
    {
        string[] all = [.. known];
        LocalisedText hint = Names.Nearest(name, all) is { } nearest
            ? new($"是否想写“{nearest}”", $"did you mean \"{nearest}\"")
            : new($"可用 {string.Join("、", all)}", $"known are {string.Join(", ", all)}");
        return new(code, new($"{chinese}；{hint.Chinese}。", $"{english}; {hint.English}."));
    }
}
