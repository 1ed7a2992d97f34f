using Xunit;

namespace ProdSales.Support;

/// <summary>A test that needs the reference reader of Arrow under Node.</summary>
public sealed class ArrowFactAttribute : FactAttribute
{
    public ArrowFactAttribute() => Skip = ArrowReader.WhyAbsent;
}
