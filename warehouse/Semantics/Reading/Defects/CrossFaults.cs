namespace ProdSales.Semantics;

/// <summary>What is wrong with a cross.</summary>
internal static class CrossFaults
{
    internal static ModelFault ByNothing() => new(ModelDefectCodes.MissingKey, new("“by”必须至少列出一个维度。", "\"by\" must name at least one dimension."));

    internal static ModelFault NotReached(string measure, string dimension) => new(
        ModelDefectCodes.DimensionNotReached, new($"{measure} 不能按 {dimension} 切分。", $"{measure} cannot be cut by {dimension}."));
}
