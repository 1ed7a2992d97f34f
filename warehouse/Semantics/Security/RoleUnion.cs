namespace ProdSales.Semantics;

/// <summary>Puts the roles of a principal together: every role takes away, so more roles never show more.</summary>
internal static class RoleUnion
{
    internal static ScopeResolution Of(SemanticModel model, Principal principal)
    {
        if (principal.Roles.Count == 0)
        {
            return new(null, ScopeRefusal.NoRole());
        }

        List<Role> roles = [];
        foreach (string name in principal.Roles)
        {
            if (model.Roles.FirstOrDefault(role => role.Name == name) is not { } role)
            {
                return new(null, ScopeRefusal.UnknownRole(name, model.Roles.Select(known => known.Name)));
            }

            roles.Add(role);
        }

        foreach ((Role role, string attribute) in roles.SelectMany(role => role.Rows.SelectMany(rule => AttributesOf(rule).Select(attribute => (role, attribute)))))
        {
            if (!principal.Attributes.TryGetValue(attribute, out IReadOnlyList<string>? held) || held.Count == 0)
            {
                return new(null, ScopeRefusal.AttributeMissing(role, attribute));
            }
        }

        return new(
            SecurityScope.Of(
                roles.SelectMany(role => role.Rows).Select(rule => Predicate(rule, principal)),
                Together(roles, role => role.MaskedMeasures),
                Together(roles, role => role.MaskedColumns),
                Together(roles, role => role.MaskedDimensions),
                roles.SelectMany(role => role.Rights).ToHashSet()),
            null);
    }

    private static IEnumerable<string> AttributesOf(RowRule rule) => rule.Values.Where(IsAttribute).Select(value => value[1..]);

    private static bool IsAttribute(string value) => value.StartsWith('$');

    private static MemberFilter Predicate(RowRule rule, Principal principal)
    {
        IEnumerable<string?> values = rule.Values.SelectMany(value => IsAttribute(value) ? principal.Attributes[value[1..]] : [value]);
        return new(rule.Dimension, rule.IsById, rule.IsExcluding, [.. values, .. rule.NamesUnknown ? [null] : (string?[])[]]);
    }

    private static HashSet<string> Together(IEnumerable<Role> roles, Func<Role, IReadOnlySet<string>> masked) =>
        roles.SelectMany(masked).ToHashSet(StringComparer.Ordinal);
}
