using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Facts;

/// <summary>What loading asks of a row beyond the feed's own declaration: a day of the calendar, values that another column asks for, days in an order that is possible, measures that the model has, and money that can be turned into the group currency.</summary>
internal sealed class RowRules
{
    private readonly List<(string Condition, string Column, string Value, string Code, string Allowed)> _rules = [];

    internal RowRules(StarTable star, string groupCurrency, KnownMeasures? measures)
    {
        if (star.Feed.Kind is FeedKind.Dimension)
        {
            return;
        }

        AddCalendar(SqlText.Name(star.Feed.BusinessDate!.Name), star.Feed.BusinessDate.Name);
        foreach (FeedColumn asked in star.Feed.Columns.Where(column => column.RequiredBy is not null))
        {
            string other = $"a.{SqlText.Name(asked.RequiredBy!)}";
            _rules.Add((
                $"{other} IN ({SqlText.Join(", ", asked.RequiredFor.Select(SqlText.Text))}) AND a.{SqlText.Name(asked.Name)} IS NULL",
                asked.Name,
                other,
                LoadingReasons.MissingBesideAnother,
                $"a value where {asked.RequiredBy} is {string.Join(" or ", asked.RequiredFor)}"));
        }

        foreach (FeedColumn later in star.Feed.Columns.Where(column => column.NotBefore is not null))
        {
            string value = $"a.{SqlText.Name(later.Name)}";
            _rules.Add(($"{value} < a.{SqlText.Name(later.NotBefore!)}", later.Name, value, LoadingReasons.BeforeAnother, $"nothing before {later.NotBefore}"));
        }

        if (measures is not null && star.Feed.Columns.FirstOrDefault(column => column.NamesMeasure) is { } named)
        {
            AddMeasure(named, measures);
        }

        if (star.Money.Count > 0 && star.HasCurrency)
        {
            AddMoney(star, SqlText.Text(groupCurrency), groupCurrency);
        }
    }

    /// <summary>Gives the reasons for which a row of <c>appended AS a</c> is refused, those of its reader first: a LIST(STRUCT), empty for a good row.</summary>
    internal string Reasons()
    {
        string own = SqlText.Join(", ", _rules.Select(rule =>
            $"CASE WHEN {rule.Condition} THEN {{'column': {SqlText.Text(rule.Column)}, 'value': CAST({rule.Value} AS VARCHAR), " +
            $"'code': {SqlText.Text(rule.Code)}, 'allowed': {SqlText.Text(rule.Allowed)}}} END"));
        string read = "coalesce(from_json(a._error, '[{\"column\":\"VARCHAR\",\"value\":\"VARCHAR\",\"code\":\"VARCHAR\",\"allowed\":\"VARCHAR\"}]'), [])";
        return _rules.Count == 0 ? read : $"list_concat({read}, CASE WHEN a._error IS NULL THEN list_filter([{own}], lambda x: x IS NOT NULL) ELSE [] END)";
    }

    /// <summary>Gives the condition under which a row of <c>appended AS a</c> is good.</summary>
    internal string IsGood() => SqlText.Join(" AND ", ["a._error IS NULL", .. _rules.Select(rule => $"({rule.Condition}) IS NOT TRUE")]);

    private void AddCalendar(string date, string name)
    {
        string days = $"{SqlText.Day(StarTable.FirstDay)} AND {SqlText.Day(StarTable.LastDay)}";
        _rules.Add(($"a.{date} NOT BETWEEN {days}", name, $"a.{date}", LoadingReasons.DateOutsideCalendar, $"{StarTable.FirstDay:yyyy-MM-dd} to {StarTable.LastDay:yyyy-MM-dd}"));
    }

    private void AddMeasure(FeedColumn named, KnownMeasures measures)
    {
        string name = $"a.{SqlText.Name(named.Name)}";
        _rules.Add((
            $"{name} NOT IN ({SqlText.Join(", ", measures.Money.Concat(measures.Others).Select(SqlText.Text))})",
            named.Name,
            name,
            LoadingReasons.UnknownMeasure,
            "a measure of the model with a good direction, as in sales.revenue; docs/metrics.md lists them"));
        _rules.Add((
            $"a.currency IS NOT NULL AND {name} IN ({SqlText.Join(", ", measures.Others.Select(SqlText.Text))})",
            "currency",
            "a.currency",
            LoadingReasons.CurrencyWithoutMoney,
            "no currency, because the measure is no money"));
    }

    private void AddMoney(StarTable star, string group, string groupName)
    {
        string isForeign = $"a.currency <> {group}";
        if (!star.HasExchangeRate)
        {
            _rules.Add((isForeign, "currency", "a.currency", LoadingReasons.CurrencyNotGroup, groupName));
            return;
        }

        _rules.Add(($"{isForeign} AND a.exchange_rate IS NULL", "exchange_rate", "NULL", LoadingReasons.ExchangeRateMissing, $"{groupName} for one unit"));
        _rules.Add(("a.exchange_rate <= 0 OR a.exchange_rate >= 1e8", "exchange_rate", "a.exchange_rate", LoadingReasons.ExchangeRateOutOfRange, "above 0, below 1e8"));
        _rules.Add(($"NOT ({isForeign}) AND a.exchange_rate <> 1", "exchange_rate", "a.exchange_rate", LoadingReasons.ExchangeRateNotOne, $"1, because the row is in {groupName}"));
        foreach (FeedColumn amount in star.Money)
        {
            string value = $"a.{SqlText.Name(amount.Name)}";
            _rules.Add(($"{isForeign} AND abs(CAST({value} AS DOUBLE)) * a.exchange_rate >= 1e14", amount.Name, value, LoadingReasons.AmountTooLarge, $"below 1e14 {groupName}"));
        }
    }
}
