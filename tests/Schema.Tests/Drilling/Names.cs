namespace ProdSales.SchemaTests.Drilling;

/// <summary>Names as the contract writes them.</summary>
internal static class Names
{
    internal static string Camel(string name) => string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
