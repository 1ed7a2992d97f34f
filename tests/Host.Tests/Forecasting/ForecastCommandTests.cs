using System.Globalization;
using ProdSales.Host.Tests.Running;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Tests.Forecasting;

/// <summary><c>forecast</c> forecasts the series of a table, and says what it cannot forecast from.</summary>
public sealed class ForecastCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Points_lie_within_nested_intervals_and_follow_the_calendar_of_the_table()
    {
        string[][] rows = await ForecastAsync(Written("monthly.csv", Monthly()), "--frequency", "12", "--horizon", "3");

        Assert.Equal(["series", "step", "time", "point", "low_80", "high_80", "low_95", "high_95", "demand_class", "members", "guards"], rows[0]);
        Assert.Equal(["lifts", "1", "2023-01-31"], rows[1][..3]);
        Assert.Equal(["lifts", "2", "2023-02-28"], rows[2][..3]);
        foreach (string[] row in rows[1..])
        {
            double[] numbers = [.. row[3..8].Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            Assert.True(numbers[3] <= numbers[1] && numbers[1] <= numbers[0] && numbers[0] <= numbers[2] && numbers[2] <= numbers[4], string.Join(' ', row));
        }
    }

    [Fact]
    public async Task The_order_of_rows_does_not_matter_and_other_names_and_Parquet_are_read()
    {
        string[] lines = [.. Monthly()];
        string straight = Written("straight.csv", lines);
        string turned = Written("turned.csv", ["item,month_end,quantity", .. lines.Skip(1).Reverse()]);
        string parquet = _folder.File("turned.parquet");
        Copy(turned, parquet);

        string[][] expected = await ForecastAsync(straight, "--frequency", "12", "--horizon", "4", "--level", "90");
        string[][] actual = await ForecastAsync(parquet, "--frequency", "12", "--horizon", "4", "--level", "90", "--series", "item", "--time", "month_end", "--value", "quantity");

        Assert.Equal(expected.Select(row => string.Join(',', row)), actual.Select(row => string.Join(',', row)));
    }

    [Fact]
    public async Task A_month_without_a_row_is_missing_and_named_rather_than_zero()
    {
        string[] lines = [.. Monthly().Where(line => !line.Contains("2020-06-30", StringComparison.Ordinal))];

        string[][] rows = await ForecastAsync(Written("gap.csv", lines), "--frequency", "12", "--horizon", "1");

        Assert.Equal("gap-filled:1", rows[1][10]);
        Assert.True(double.Parse(rows[1][3], CultureInfo.InvariantCulture) > 50, rows[1][3]);
    }

    [Fact]
    public async Task Parquet_is_written_whole_and_can_be_forecast_from_again()
    {
        string target = _folder.File("out.parquet");

        ProgramResult written = await ProdSalesProgram.RunAsync("forecast", Written("monthly.csv", Monthly()), "--frequency", "12", "--horizon", "24", "--out", target, "--language", "en");
        string[][] again = await ForecastAsync(target, "--frequency", "12", "--horizon", "1", "--value", "point");

        Assert.True(written.ExitCode == 0, written.Errors);
        Assert.Equal("2025-01-31", again[1][2]);
    }

    [Theory]
    [InlineData("series,time,value\na,2024-01-31,5\na,2024-02-29,six\n", "Series \"a\" at 2024-02-29 00:00:00: value \"six\" must be a number, or empty where it is missing.")]
    [InlineData("series,time,value\na,1,5\na,2,6\na,2,7\n", "Series \"a\" has several rows at 2.0; a time may stand once.")]
    [InlineData("series,time,value\na,1,5\na,2,6\na,3,6\na,4.5,7\n", "Series \"a\": the time 4.5 is off the step of 1 that the file has; all series must keep one step.")]
    [InlineData("series,time,amount\na,1,5\n", "bad.csv has no column \"value\"; there are series, time, amount. Name others by --series, --time and --value.")]
    [InlineData("series,time,value\na,Monday,5\na,Tuesday,5\n", "The times of bad.csv, column \"time\", are VARCHAR; they must be dates, instants or numbers.")]
    [InlineData("series,time,value\na,1,5\na,2,6\na,3,6\na,9000000,7\n", "Series \"a\" is longer than 1000000 steps of 1 at 9000000; look for a mistaken date.")]
    public async Task A_table_that_cannot_be_forecast_from_is_refused_with_place_value_and_rule(string text, string expected)
    {
        string file = _folder.File("bad.csv");
        await File.WriteAllTextAsync(file, text);

        ProgramResult english = await ProdSalesProgram.RunAsync("forecast", file, "--frequency", "12", "--horizon", "2", "--language", "en");
        ProgramResult chinese = await ProdSalesProgram.RunAsync("forecast", file, "--frequency", "12", "--horizon", "2", "--language", "zh-CN");

        Assert.Equal((1, "", expected), (english.ExitCode, english.Output, english.Errors.Trim()));
        Assert.Equal(1, chinese.ExitCode);
        Assert.Contains(chinese.Errors, letter => letter is >= '\u4E00' and <= '\u9FFF');
    }

    [Theory]
    [InlineData("--horizon", "0", "--horizon 0 is out of range: it must lie between 1 and 10000.")]
    [InlineData("--level", "95,95", "--level \"95,95\" does not name levels; they are written as in 80,95: at most 10 different percentages between 0 and 100.")]
    [InlineData("--out", "x.xlsx", "--out \"x.xlsx\" has no known format: its name must end with .csv or .parquet.")]
    public async Task An_option_out_of_range_is_refused(string option, string value, string expected)
    {
        string[] arguments = ["forecast", Written("monthly.csv", Monthly()), "--frequency", "12", "--language", "en", .. option == "--horizon" ? (string[])[] : ["--horizon", "1"], option, value];

        ProgramResult result = await ProdSalesProgram.RunAsync(arguments);

        Assert.Equal((1, expected), (result.ExitCode, result.Errors.Trim()));
    }

    private static async Task<string[][]> ForecastAsync(string file, params string[] options)
    {
        ProgramResult result = await ProdSalesProgram.RunAsync(["forecast", file, "--language", "en", .. options]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return [.. result.Output.Trim().Split('\n').Select(line => line.Trim().Split(',').Select(cell => cell.Trim('"')).ToArray())];
    }

    // Five years of month ends, a trend and a season.
    private static IEnumerable<string> Monthly() => Enumerable.Range(0, 60)
        .Select(month => (Day: new DateOnly(2018, 1, 1).AddMonths(month + 1).AddDays(-1), Value: (100 + month) * (1 + (0.2 * Math.Sin(month * Math.PI / 6)))))
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"lifts,{row.Day:yyyy-MM-dd},{row.Value:0.##}"))
        .Prepend("series,time,value");

    private string Written(string name, IEnumerable<string> lines)
    {
        string file = _folder.File(name);
        File.WriteAllLines(file, lines);
        return file;
    }

    private static void Copy(string csv, string parquet)
    {
        using DuckDbConnection connection = new();
        connection.Open();
        connection.Execute($"COPY (SELECT * FROM read_csv('{csv}')) TO '{parquet}' (FORMAT parquet)");
    }
}
