using ProdSales.Learning.Boosting.Native;

namespace ProdSales.Learning.Tests.Support;

/// <summary>A test that grows trees; skipped, with the reason, where the library is absent.</summary>
public sealed class XgBoostFactAttribute : FactAttribute
{
    public XgBoostFactAttribute() => Skip = XgBoostLibrary.Installed.Problem;
}
