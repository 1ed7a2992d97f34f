using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>Fills the columns that follow from the head of the mapping where an entry leaves them out.</summary>
internal static class ImpliedColumns
{
    /// <summary>Returns rules for source_system, version, currency and exchange_rate, as far as they are implied and not written.</summary>
    internal static IEnumerable<ColumnRule> Of(Feed feed, MappingHead head, IReadOnlyList<ColumnRule> written, int line)
    {
        HashSet<string> names = [.. written.Select(rule => rule.Column.Name)];
        (string Name, string? Value)[] implied =
        [
            ("source_system", head.System),
            ("version", "1"),
            ("currency", head.Currency),
            ("exchange_rate", IsGroupCurrency(head, written) ? "1" : null),
        ];
        foreach ((string name, string? value) in implied)
        {
            if (value is not null && !names.Contains(name) && feed.Column(name) is { } column)
            {
                yield return new ColumnRule(line, column) { Value = value };
            }
        }
    }

    private static bool IsGroupCurrency(MappingHead head, IReadOnlyList<ColumnRule> written)
    {
        ColumnRule? own = written.FirstOrDefault(rule => rule.Column.Name == "currency");
        string? currency = own is null ? head.Currency : own.Value;
        return currency is not null && currency == head.GroupCurrency;
    }
}
