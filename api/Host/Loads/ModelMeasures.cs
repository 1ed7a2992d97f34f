using ProdSales.Loading;
using ProdSales.Semantics;

namespace ProdSales.Host.Loads;

/// <summary>What loading has to know of the model.</summary>
internal static class ModelMeasures
{
    /// <summary>The names that rows may name a measure by.</summary>
    internal static KnownMeasures Of(SemanticModel model)
    {
        ILookup<bool, string> names = TargetNames.Of(model).ToLookup(named => named.IsMoney, named => named.Name);
        return new KnownMeasures([.. names[true]], [.. names[false]]);
    }
}
