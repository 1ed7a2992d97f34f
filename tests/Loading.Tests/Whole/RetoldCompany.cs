using System.Reflection;
using ProdSales.Feeds;
using ProdSales.Simulation;

namespace ProdSales.Loading.Tests.Whole;

/// <summary>The demo company as its systems would tell it over time: corrections of rows told before, rows told twice, and shares of one whole together.</summary>
internal static class RetoldCompany
{
    /// <summary>Gives all rows in the order of the company's life: every seventh row of an earlier version before it, every eleventh twice.</summary>
    internal static List<FeedRow[]> Deliveries(DemoOptions options)
    {
        List<FeedRow> rows = [];
        int told = 0;
        foreach (FeedRow row in new DemoCompany(options).Rows().Where(IsTold))
        {
            told++;
            if (told % 7 == 0)
            {
                rows.Add(Earlier(row));
                rows.Add(row with { Version = row.Version + 1 });
                if (told % 21 == 0)
                {
                    rows.Add(Renamed(row, 2));
                    rows.Add(Renamed(row, 3));
                }
            }
            else
            {
                rows.Add(row);
            }

            if (told % 11 == 0)
            {
                rows.Add(rows[^1]);
            }
        }

        return [.. rows.GroupBy(WholeOf).Select(whole => whole.ToArray())];
    }

    /// <summary>Of what is told anew every day of every item and machine, days 1, 11, 21 and 31 are enough.</summary>
    private static bool IsTold(FeedRow row) => row switch
    {
        InventoryDay { Day: var day } => day.Day % 10 == 1,
        WorkCentreDay { Day: var day } => day.Day % 10 == 1,
        CapacityLoad { AsOfDate: var day } => day.Day % 10 == 1,
        _ => true,
    };

    /// <summary>The same row as told later, under another name where it has one; every other of them says when it was recorded, which need not follow the versions.</summary>
    private static FeedRow Renamed(FeedRow row, int times)
    {
        FeedRow later = row with { Version = row.Version + times, RecordedAt = times % 2 == 0 ? new DateTime(2025, 1, 1 + times, 0, 0, 0, DateTimeKind.Utc) : row.RecordedAt };
        if (row.GetType().GetProperty("Name") is { } name && name.GetValue(row) is string told)
        {
            name.SetValue(later, $"{told} {times}");
        }

        return later;
    }

    /// <summary>The same row as told before it was corrected: other amounts and quantities where it has any.</summary>
    private static FeedRow Earlier(FeedRow row)
    {
        FeedRow earlier = row with { RecordedAt = row.RecordedAt?.AddHours(-1) };
        foreach (PropertyInfo amount in row.GetType().GetProperties().Where(property => property.Name is "NetAmount" or "CostAmount" or "Amount" && property.GetValue(row) is decimal))
        {
            amount.SetValue(earlier, (decimal)amount.GetValue(row)! + 1);
        }

        return earlier;
    }

    /// <summary>Shares of one whole come in one delivery; every other row is a delivery of its own.</summary>
    private static object WholeOf(FeedRow row) => row switch
    {
        OpportunityTeam share => ("opportunity", share.OpportunityId),
        TicketSkill share => ("ticket", share.TicketId),
        _ => new object(),
    };
}
