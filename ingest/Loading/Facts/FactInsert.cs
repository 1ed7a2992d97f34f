using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Facts;

/// <summary>The one statement that turns appended rows into rows of a fact: keys of the day, region, group currency.</summary>
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
        JOIN dim_source_system AS y ON y.source_system = a.source_system
        {SqlText.Join("\n", Joins())}
        {(hasChecks ? "WHERE " + rules.IsGood() : "")}
        """;

    private static string Alias(int reference) => string.Create(CultureInfo.InvariantCulture, $"r{reference}");

    private IEnumerable<string> Columns(bool hasConversion)
    {
        yield return "y.source_key";
        yield return "a.source_id, a.version, a.recorded_at";
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

        for (int i = 0; i < star.References.Count; i++)
        {
            yield return $"coalesce({Alias(i)}.{star.References[i].References}_key, 0) AS {StarTable.KeyColumn(star.References[i])}";
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
            yield return "coalesce(g.region_key, 0) AS region_key";
        }

        if (star.HasOwnRegion)
        {
            yield return "CASE WHEN a.region IS NULL THEN 0 ELSE coalesce(g.region_key, 0) END AS own_region_key";
        }
    }

    private IEnumerable<string> Joins()
    {
        string date = SqlText.Name(star.Feed.BusinessDate!.Name);
        for (int i = 0; i < star.References.Count; i++)
        {
            string master = star.References[i].References!;
            string r = Alias(i);
            yield return $"LEFT JOIN dim_{master} AS {r} ON {r}.{master}_id = a.{SqlText.Name(star.References[i].Name)} AND {r}.source_key = y.source_key " +
                $"AND a.{date} >= {r}.valid_from AND a.{date} < {r}.valid_to";
        }

        if (star.HasRegion)
        {
            IEnumerable<string> named = star.RegionReferences.Select(column => $"{Alias(IndexOf(column))}.region");
            yield return $"LEFT JOIN dim_region AS g ON g.region = coalesce({SqlText.Join(", ", [.. star.HasOwnRegion ? ["a.region"] : Array.Empty<string>(), .. named])})";
        }
    }

    private int IndexOf(FeedColumn reference) => star.References.ToList().IndexOf(reference);
}
