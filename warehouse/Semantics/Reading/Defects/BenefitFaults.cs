namespace ProdSales.Semantics;

/// <summary>What is wrong with a benefit.</summary>
internal static class BenefitFaults
{
    internal static ModelFault NeitherWayIsGood(string measure) => new(
        ModelDefectCodes.NeitherWayIsGood,
        new($"{measure} 没有好坏方向,不能说是改进;请用 good 为 up 或 down 的指标。", $"{measure} has no good direction, so a change of it is no benefit; use a measure whose \"good\" is up or down."));

    internal static ModelFault UnknownRate(string name, IEnumerable<string> known)
    {
        string rates = string.Join(", ", known);
        return new(
            ModelDefectCodes.UnknownRate,
            new($"没有费率“{name}”;可用 {rates},或写作 主题.指标。", $"\"{name}\" is no rate; there are {rates}, and measures are written as subject.measure."));
    }
}
