using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Facts;

/// <summary>The one statement that turns appended rows with their keys into rows of a fact, money in the group currency.</summary>
internal sealed class FactInsert(StarTable star, RowRules rules, string groupCurrency, int batchId)
{
    /// <summary>Writes the statement.</summary>
    /// <param name="target">The fact, or a table of its shape.</param>
    /// <param name="hasChecks">Whether a row may have to be refused.</param>
    /// <param name="hasConversion">Whether an amount may be in another currency than the group's.</param>
    internal string Statement(string target, bool hasChecks, bool hasConversion) => $"""
        INSERT INTO {target} BY NAME
        SELECT
            {SqlText.Join(",\n    ", Columns(hasConversion))}
        FROM appended AS a
        {(hasChecks ? "WHERE " + rules.IsGood() : "")}
        """;

    private IEnumerable<string> Columns(bool hasConversion)
    {
        yield return "a.source_key, a.source_id, a.version, a.recorded_at";
        yield return string.Create(CultureInfo.InvariantCulture, $"CAST({batchId} AS INTEGER) AS batch_id");
        foreach (FeedColumn column in star.Plain)
        {
            string name = SqlText.Name(column.Name);
            bool isConverted = hasConversion && star.HasExchangeRate && star.Money.Contains(column);
            yield return isConverted ? $"{Converted(name)} AS {name}" : $"a.{name}";
            if (isConverted)
            {
                yield return $"CASE WHEN {IsForeign} THEN a.{name} END AS {SqlText.Name(StarTable.DocumentColumn(column))}";
            }
        }

        foreach (FeedColumn reference in star.References)
        {
            yield return $"a.{StarTable.KeyColumn(reference)}";
        }

        foreach (string column in RegionColumns().Concat(FactColumns.DerivedDefaults(star.Feed)))
        {
            yield return column;
        }
    }

    private string IsForeign => $"a.currency <> {SqlText.Text(groupCurrency)}";

    private string Converted(string amount) =>
        $"CASE WHEN {IsForeign} THEN CAST(CAST(a.{amount} AS DECIMAL(38, 4)) * CAST(a.exchange_rate AS DECIMAL(18, 9)) AS DECIMAL(18, 4)) ELSE a.{amount} END";

    private IEnumerable<string> RegionColumns()
    {
        if (star.HasRegion)
        {
            yield return "a.region_key";
        }

        if (star.HasOwnRegion)
        {
            yield return "a.own_region_key";
        }
    }
}
