using ProdSales.Learning.Data;
using ProdSales.Learning.Leaks;
using ProdSales.Learning.Splitting;

namespace ProdSales.Bench.Models.Scores;

/// <summary>Columns that know the outcome are named, and no others.</summary>
internal sealed class LeakProtocol : IProtocol
{
    /// <inheritdoc/>
    public string Id => "W5";

    /// <inheritdoc/>
    public string Question => "Leak scan before learning: close_value, duration, tags and quality of leads that were filled in afterwards (made by rule), shares of finished stages; and the columns of every set that are clean.";

    /// <inheritdoc/>
    public string? Absence(DataFolder data) => data.Absent([.. MavenData.Files, WinLossData.TrainFile, TelcoData.File]);

    /// <inheritdoc/>
    public IEnumerable<Figure> Measure(DataFolder data)
    {
        Table maven = MavenData.Closed(data);
        Table deals = maven.Without(["label", "opportunity_id", "deal_stage"]);
        IReadOnlyList<LeakFinding> ofDeals = Scan(deals, QueryTable.Labels(maven, "label"), "engage_date");
        Table whole = WinLossData.Whole(data.PathOf(WinLossData.TrainFile));
        IReadOnlyList<LeakFinding> ofOffers = Scan(whole.Without(["label"]), QueryTable.Labels(whole, "label"), null);
        (Table leads, bool[] converted) = Leads();
        IReadOnlyList<LeakFinding> ofLeads = Scan(leads, converted, null);
        (string Name, bool IsFound)[] traps =
        [
            ("close_value", Has(ofDeals, "close_value")),
            ("duration", Has(ofDeals, "duration")),
            ("tags and lead quality", Has(ofLeads, "tags") && Has(ofLeads, "lead_quality")),
            ("ratios", whole.Columns.Where(column => column.Name.StartsWith("Ratio ", StringComparison.Ordinal)).All(column => Has(ofOffers, column.Name))),
        ];
        string told = string.Join("; ", ofDeals.Concat(ofLeads).Concat(ofOffers).Select(finding => $"{finding.Column}: {finding.Code}{(finding.Violates is { } at ? $" ({at})" : "")}"));
        yield return new Figure("traps of 4 found", traps.Count(trap => trap.IsFound), Bar.AtLeast(2, 4, 4), told.Replace('|', '/'));

        HashSet<string> ofTraps = ["close_value", "close_date", "duration", "tags", "lead_quality"];
        string[] wrong =
        [
            .. ofDeals.Concat(ofLeads).Select(finding => finding.Column).Where(column => !ofTraps.Contains(column)),
            .. CleanSets(data).SelectMany(set => Scan(set.Table, set.Labels, null)).Select(finding => finding.Column),
        ];
        yield return new Figure("clean columns flagged", wrong.Length, Bar.AtMost(null, 0, 0), string.Join(", ", wrong));
    }

    private static IEnumerable<(Table Table, bool[] Labels)> CleanSets(DataFolder data)
    {
        Learning.Selection.LearnData telco = TelcoData.Read(data);
        yield return (telco.Features, telco.Labels);
        Table early = WinLossData.Early(data.PathOf(WinLossData.TrainFile));
        yield return (early.Without(["label", "number"]), QueryTable.Labels(early, "label"));
        Learning.Selection.LearnData landmarks = MavenData.Landmarks(data);
        yield return (landmarks.Features, landmarks.Labels);
        if (CdnowData.Absence(data) is null)
        {
            Learning.Selection.LearnData cdnow = CdnowData.Read(data);
            yield return (cdnow.Features, cdnow.Labels);
        }

        if (data.Has("ai4i2020/ai4i2020.csv"))
        {
            Table machines = QueryTable.Of("""SELECT * EXCLUDE (TWF, HDF, PWF, OSF, RNF, UDI), "Machine failure" = '1' AS label FROM read_csv($1, all_varchar = true)""", data.PathOf("ai4i2020/ai4i2020.csv"));
            yield return (machines.Without(["label", "Machine failure"]), QueryTable.Labels(machines, "label"));
        }
    }

    /// <summary>Leads as those of X Education, which may not be shipped: the sales team set tags and a quality after it knew how most leads ended.</summary>
    private static (Table Leads, bool[] Converted) Leads()
    {
        const int Rows = 9240;
        MersenneTwister random = new(5);
        string?[] source = new string?[Rows];
        double[] visits = new double[Rows];
        string?[] tags = new string?[Rows];
        string?[] quality = new string?[Rows];
        bool[] converted = new bool[Rows];
        for (int row = 0; row < Rows; row++)
        {
            source[row] = Pick(random, "Google", "Direct Traffic", "Olark Chat", "Reference", null);
            visits[row] = random.Next(12);
            converted[row] = random.Next(999) < (source[row] is "Reference" ? 800 : 270);
            tags[row] = converted[row]
                ? (random.Next(9) < 7 ? "Will revert after reading the email" : Pick(random, "Closed by Horizzon", "Lost to EINS", null))
                : (random.Next(9) < 7 ? Pick(random, "Ringing", "Interested in other courses", "Already a student", null) : Pick(random, "Will revert after reading the email", "switched off"));
            quality[row] = random.Next(99) < 52 ? null
                : converted[row] ? Pick(random, "High in Relevance", "Might be", "Low in Relevance")
                : random.Next(99) < 4 ? "High in Relevance" : Pick(random, "Worst", "Not Sure", "Might be");
        }

        return (
            new Table([TableColumn.OfCategories("source", source), TableColumn.OfNumbers("visits", visits), TableColumn.OfCategories("tags", tags), TableColumn.OfCategories("lead_quality", quality)]),
            converted);
    }

    private static string? Pick(MersenneTwister random, params ReadOnlySpan<string?> names) => names[random.Next(names.Length - 1)];

    private static IReadOnlyList<LeakFinding> Scan(Table table, bool[] labels, string? asOf) => LeakScan.Run(table, labels, new LeakContext { AsOf = asOf }, CancellationToken.None);

    private static bool Has(IReadOnlyList<LeakFinding> findings, string column) => findings.Any(finding => finding.Column == column);
}
