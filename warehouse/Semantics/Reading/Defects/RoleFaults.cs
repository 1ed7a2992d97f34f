namespace ProdSales.Semantics;

/// <summary>What is wrong with a role.</summary>
internal static class RoleFaults
{
    internal static ModelFault NoRight(string name, IEnumerable<string> known) => new(
        ModelDefectCodes.ValueNotAllowed, new($"没有权限“{name}”；可用 {string.Join("、", known)}。", $"\"{name}\" is no right; there are {string.Join(", ", known)}."));

    internal static ModelFault RuleUnclear() => new(
        ModelDefectCodes.RowRuleUnclear, new("行规则必须且只能有 in、not_in、in_ids、not_in_ids 之一。", "A rule for rows has one of in, not_in, in_ids and not_in_ids."));

    internal static ModelFault WithoutIds(string dimension) => new(
        ModelDefectCodes.DimensionWithoutId, new($"“{dimension}”的成员没有编号；请用 in 或 not_in。", $"Members of \"{dimension}\" have no ids; use in or not_in."));

    internal static ModelFault Computable(string role, string masked, IReadOnlyCollection<string> from) => new(
        ModelDefectCodes.MaskComputable,
        new(
            $"角色“{role}”屏蔽 {masked}，但可由 {string.Join("、", from)} 一起算出；请把其中之一或它们所读的列也屏蔽。",
            $"Role \"{role}\" masks {masked}, which {string.Join(", ", from)} tell together; mask one of them as well, or the column that they read."));

    internal static ModelFault ToldByView(string role, string table, string column, string view, string measure) => new(
        ModelDefectCodes.MaskToldByView,
        new(
            $"角色“{role}”屏蔽 {table}.{column}，但 {measure} 会通过视图 {view} 透露它；请把 {view}.{column} 也屏蔽。",
            $"Role \"{role}\" masks {table}.{column}, which {measure} tells through the view {view}; mask {view}.{column} as well."));
}
