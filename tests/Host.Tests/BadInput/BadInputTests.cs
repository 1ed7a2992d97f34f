using System.Text.RegularExpressions;
using ProdSales.Host.Commands;
using ProdSales.Host.Loads;
using ProdSales.Host.Speech;
using ProdSales.Host.Terminal;
using ProdSales.Host.Tests.BadInput.Cases;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Support;

namespace ProdSales.Host.Tests.BadInput;

/// <summary>
/// Every kind of bad input, from the file through its mapping into the star: the good rows arrive and each bad one lies in quarantine with its message, or
/// the load is refused with one and changes nothing. The list is in the folder Cases, by subject.
/// </summary>
public sealed partial class BadInputTests(EmptyWarehouse warehouse) : IClassFixture<EmptyWarehouse>, IDisposable
{
    private static readonly Dictionary<string, BadCase> Cases = new[]
    {
        LineCases.All, TextCases.All, EncodingCases.All, NumberCases.All, DateCases.All, KeyCases.All, JsonCases.All,
        WorkbookCases.All, ParquetCases.All, PackedCases.All, PlaceCases.All, MappingCases.All,
    }.SelectMany(cases => cases).ToDictionary(bad => bad.Name, StringComparer.Ordinal);

    private readonly TemporaryFolder _place = new();

    public static TheoryData<string> Names => [.. Cases.Keys];

    public void Dispose() => _place.Dispose();

    [Fact]
    public void The_list_is_long() => Assert.InRange(Cases.Count, 100, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public void Bad_input_is_told_and_the_good_rows_are_kept(string name)
    {
        BadCase bad = Cases[name];
        string before = Counts();
        (string? refusal, LoadReport? report) = Load(bad);

        string[] rows = [.. report?.Feeds.SelectMany(feed => feed.Refusals).Select(row => row.ToString()) ?? []];
        Assert.Equal(bad.Refusal ?? string.Join('\n', bad.Rows), refusal ?? string.Join('\n', rows));
        Assert.Equal(bad.Refusal is null, refusal is null);
        Assert.Equal(bad.Good, warehouse.Column($"SELECT source_id FROM fact_sales_order_line WHERE batch_id = {report?.BatchId ?? 0} ORDER BY length(source_id), source_id"));
        Assert.Equal(rows.Select(row => row.Split(": ")[0]).Distinct(StringComparer.Ordinal).Count(), report?.Feeds.Sum(feed => feed.RowsQuarantined) ?? 0);
        Assert.Equal(bad.MustCountZero is null ? "" : "0", bad.MustCountZero is null ? "" : warehouse.Column(bad.MustCountZero.Replace("BATCH", $"{report?.BatchId ?? 0}", StringComparison.Ordinal)));
        if (refusal is not null)
        {
            Assert.Equal(before, Counts());
        }
    }

    /// <summary>The code and its meaning, which stand behind each message.</summary>
    [GeneratedRegex(@" \([a-z-]+: [^()\n]*\)$", RegexOptions.Multiline, 1000)]
    private static partial Regex CodeBehind();

    private static string SystemOf(BadCase bad) => $"case {Cases.Keys.Index().First(key => key.Item == bad.Name).Index}";

    private string Counts() => warehouse.Column(
        "SELECT concat_ws('/', (SELECT count(*) FROM ingest_batch), (SELECT count(*) FROM fact_sales_order_line), (SELECT count(*) FROM quarantine_row), (SELECT count(*) FROM dim_customer))");

    /// <summary>Loads the files of a case as the command line does.</summary>
    /// <returns>The message of a refusal, or what was loaded.</returns>
    private (string? Refusal, LoadReport? Report) Load(BadCase bad)
    {
        string folder = Directory.CreateDirectory(_place.File("files")).FullName;
        bad.Files(folder);
        string mapping = bad.Mapping is null ? "feeds" : _place.File("erp.yaml");
        File.WriteAllText(_place.File("erp.yaml"), bad.Mapping?.Replace("system: erp", $"system: {SystemOf(bad)}", StringComparison.Ordinal));
        try
        {
            using MappingLoad load = MappingLoad.Prepare(mapping, new DirectoryInfo(folder), CancellationToken.None);
            bad.Meanwhile?.Invoke(folder);
            load.CountDirt(CancellationToken.None);
            LoadReport report = load.Into(warehouse.Database, new LoadOptions { RefusedShareLimit = bad.Limit }, new Progress<WorkProgress>(), CancellationToken.None);
            return report.Outcome is LoadOutcome.Refused ? (string.Join('\n', report.Refusals.Select(refusal => refusal.Message)), null) : (null, report);
        }
        catch (RefusedException refused)
        {
            string text = CodeBehind().Replace(refused.In(new Speaker(Language.English)), "");
            return (text.Replace(folder, "FOLDER", StringComparison.Ordinal), null);
        }
    }
}
