using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether the calendar has each of its days once, and every fact's business day with them.</summary>
internal static class CalendarAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        string first = SqlText.Day(StarTable.FirstDay);
        string last = SqlText.Day(StarTable.LastDay);
        long days = connection.Scalar<long>($"SELECT CAST({last} - {first} AS BIGINT) + 1");
        long missing = days - connection.Scalar<long>($"SELECT count(DISTINCT date) FROM dim_date WHERE date BETWEEN {first} AND {last}");
        long repeated = connection.Scalar<long>("SELECT count(*) - count(DISTINCT date) FROM dim_date");
        if (missing + repeated > 0)
        {
            faults.Add(AuditFault.Of(AuditCodes.CalendarBroken, ("missing", missing), ("repeated", repeated)));
        }

        foreach (StarTable fact in AuditedTables.Facts)
        {
            string day = fact.Feed.BusinessDate!.Name;
            string sql = $"SELECT count(*), min({AuditedTables.RowName}) FROM {fact.Name} AS f ANTI JOIN dim_date AS d ON d.date = f.{SqlText.Name(day)}";
            if (AuditedTables.Found(connection, sql) is { } found)
            {
                faults.Add(AuditFault.Of(AuditCodes.DayUnknown, ("table", fact.Name), ("column", day), ("rows", found.Count), ("example", found.Example)));
            }
        }

        return new AuditCheck("calendar", days, faults);
    }
}
