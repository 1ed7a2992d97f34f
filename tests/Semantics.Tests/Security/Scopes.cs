using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Security;

/// <summary>Scopes of principals of the shipped model, written short.</summary>
internal static class Scopes
{
    internal static readonly HashSet<string> None = [];

    /// <summary>The scope of roles, with commas between, and attributes, each as in region=华东.</summary>
    internal static SecurityScope Of(string roles, params string[] attributes) => Resolve(roles, attributes).Scope!;

    internal static ScopeResolution Resolve(string roles, params string[] attributes) => SecurityScope.Of(
        ModelReader.Shipped,
        new Principal(
            roles.Split(',', StringSplitOptions.RemoveEmptyEntries),
            attributes.Where(text => text.Length > 0).Select(text => text.Split('=')).GroupBy(pair => pair[0], pair => pair[1])
                .ToDictionary(same => same.Key, same => (IReadOnlyList<string>)[.. same])));

    /// <summary>A scope over members of one dimension.</summary>
    internal static SecurityScope Over(Dimension dimension, bool isById, bool isExcluding, params string?[] values) =>
        SecurityScope.Of([new MemberFilter(dimension, isById, isExcluding, values)], None, None, None);
}
