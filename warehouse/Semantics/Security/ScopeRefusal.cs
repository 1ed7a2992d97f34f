namespace ProdSales.Semantics;

/// <summary>Why a question is not answered to somebody.</summary>
/// <param name="Code">
/// <c>measure-masked</c>, <c>dimension-masked</c>: it names what its asker may not see; <c>scope-not-reached</c>: its rows cannot be told apart by what the
/// asker may see; <c>no-role</c>, <c>unknown-role</c>, <c>attribute-missing</c>: the principal is not one that the model knows.
/// </param>
/// <param name="Message">The thing, the value and what is allowed, in both languages; never a value of the data.</param>
/// <param name="Facts">The same for programs.</param>
public sealed record ScopeRefusal(string Code, LocalisedText Message, IReadOnlyDictionary<string, object?> Facts)
{
    internal static ScopeRefusal Masked(Measure measure) => new(
        "measure-masked",
        new($"您的角色不可查看 {measure.QualifiedName}，也不可按它排序或解释它。", $"Your roles may not see {measure.QualifiedName}, nor sort by it or have it explained."),
        Facted("measure", measure.QualifiedName));

    internal static ScopeRefusal Masked(Dimension dimension) => new(
        "dimension-masked",
        new(
            $"您的角色不可查看 {dimension.Label.Chinese}（{dimension.Name}），也不可按它切分、筛选或搜索。",
            $"Your roles may not see {dimension.Name}, nor cut by it, filter by it or search it."),
        Facted("dimension", dimension.Name));

    internal static ScopeRefusal NotReached(Measure measure, Dimension dimension) => new(
        "scope-not-reached",
        new(
            $"您只能查看部分 {dimension.Label.Chinese}（{dimension.Name}），而 {measure.QualifiedName} 的行不能按它区分。",
            $"You may see only some of {dimension.Name}, and the rows of {measure.QualifiedName} cannot be told apart by it."),
        Facted("measure", measure.QualifiedName, "dimension", dimension.Name));

    internal static ScopeRefusal NoRole() => new("no-role", new("没有角色；没有角色就不能查看任何内容。", "There is no role; without one nothing is seen."), Facted());

    internal static ScopeRefusal UnknownRole(string role, IEnumerable<string> known) => new(
        "unknown-role",
        new($"没有角色“{role}”；可用 {string.Join("、", known)}。", $"There is no role \"{role}\"; there are {string.Join(", ", known)}."),
        Facted("role", role));

    internal static ScopeRefusal AttributeMissing(Role role, string attribute) => new(
        "attribute-missing",
        new($"角色“{role.Name}”需要属性“{attribute}”至少一个值。", $"Role \"{role.Name}\" needs at least one value of the attribute \"{attribute}\"."),
        Facted("role", role.Name, "attribute", attribute));

    private static Dictionary<string, object?> Facted(params ReadOnlySpan<string> facts)
    {
        Dictionary<string, object?> held = new(StringComparer.Ordinal);
        for (int i = 0; i < facts.Length; i += 2)
        {
            held[facts[i]] = facts[i + 1];
        }

        return held;
    }
}
