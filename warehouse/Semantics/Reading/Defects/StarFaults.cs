namespace ProdSales.Semantics;

/// <summary>What of a model does not fit the star.</summary>
internal static class StarFaults
{
    internal static readonly LocalisedText Date = new("日期（DATE）", "a DATE");

    internal static readonly LocalisedText Key = new("整数，与维度的键相同", "an integer, as the keys of dimensions are");

    internal static ModelFault OtherType(string column, string type, LocalisedText wanted) => new(
        ModelDefectCodes.WrongType, new($"“{column}”的类型是 {type}；它必须是{wanted.Chinese}。", $"\"{column}\" is {type}; it must be {wanted.English}."));

    internal static ModelFault NotOneSelect(string key) => new(ModelDefectCodes.NotASelect, new($"“{key}”必须是单条 SELECT。", $"The \"{key}\" must be one SELECT."));

    internal static ModelFault RowsUnreadable(string detail) => new(ModelDefectCodes.UnknownTable, new($"行无法读取：{detail}", $"The rows cannot be read: {detail}"));

    internal static ModelFault FormulaRefused(string detail) => new(
        ModelDefectCodes.StatementRefused, new($"引擎拒绝该公式：{detail}", $"The engine refuses the formula: {detail}"));
}
