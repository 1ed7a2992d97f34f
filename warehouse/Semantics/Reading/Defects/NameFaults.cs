namespace ProdSales.Semantics;

/// <summary>What is wrong with the name that a definition takes.</summary>
internal static class NameFaults
{
    internal static readonly LocalisedText Subject = new("主题", "Subject");

    internal static readonly LocalisedText Fact = new("事实", "Fact");

    internal static readonly LocalisedText Dimension = new("维度", "Dimension");

    internal static readonly LocalisedText Hierarchy = new("层级", "Hierarchy");

    internal static readonly LocalisedText Role = new("角色", "Role");

    internal static readonly LocalisedText Cross = new("交叉分析", "Cross");

    internal static readonly LocalisedText Benefit = new("改进收益", "Benefit");

    internal static readonly LocalisedText Rate = new("费率", "Rate");

    internal static readonly LocalisedText Rollup = new("汇总表", "Rollup");

    internal static ModelFault NoName(string name) => new(
        ModelDefectCodes.BadName, new($"“{name}”不能作名称：只能用小写字母、数字和下划线，并以字母开头。", $"\"{name}\" is no name: use lower-case letters, digits and underscores, and begin with a letter."));

    internal static ModelFault Twice(LocalisedText kind, string name) => new(
        ModelDefectCodes.NameTaken, new($"{kind.Chinese}“{name}”被定义了两次。", $"{kind.English} \"{name}\" is defined twice."));

    internal static ModelFault MeasureTwice(string name) => new(
        ModelDefectCodes.NameTaken, new($"指标“{name}”在此主题中被定义了两次。", $"Measure \"{name}\" is defined twice in this subject."));

    internal static ModelFault AlreadyMeasure(string name, string measure) => new(
        ModelDefectCodes.NameTaken, new($"“{name}”已是指标 {measure}。", $"\"{name}\" is already the measure {measure}."));

    internal static ModelFault AlreadyDimension(string name) => new(
        ModelDefectCodes.NameTaken, new($"“{name}”已是维度。", $"\"{name}\" is already a dimension."));

    internal static ModelFault ColumnOfStatements(string name) => new(
        ModelDefectCodes.NameReserved, new($"“{name}”是每条语句自用的列；请换一个名称。", $"\"{name}\" is a column of every statement; take another name."));

    internal static ModelFault StartsAsCompared(string name, string prefix) => new(
        ModelDefectCodes.NameReserved,
        new($"“{name}”以“{prefix}”开头，与对比指标的名称相同；请换一个名称。", $"\"{name}\" starts as compared measures do, with \"{prefix}\"; take another name."));

    internal static ModelFault ColumnOfDimension(string name, string dimension) => new(
        ModelDefectCodes.NameReserved, new($"“{name}”是维度“{dimension}”的列；请换一个名称。", $"\"{name}\" is a column of dimension \"{dimension}\"; take another name."));
}
