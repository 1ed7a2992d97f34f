using System.Globalization;
using System.Text;
using ProdSales.Host.Tests.Running;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Commands;

/// <summary><c>learn</c> and <c>score</c> on files as users have them, in both languages.</summary>
public sealed class LearnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_learned_from_and_scored_with_reasons()
    {
        string file = Deals(500);
        string model = _folder.File("deals.model");
        ProgramResult learned = await ProdSalesProgram.RunAsync("learn", file, "--label", "result", "--positive", "won", "--out", model, "--language", "en");
        ProgramResult scored = await ProdSalesProgram.RunAsync("score", model, file, "--id", "deal");

        Assert.True(learned.ExitCode == 0, learned.Errors);
        Assert.Contains("asked about: result = won", learned.Output, StringComparison.Ordinal);
        Assert.Contains("Column close_note is left out", learned.Output, StringComparison.Ordinal);
        Assert.Contains("Skill: good", learned.Output, StringComparison.Ordinal);
        Assert.Contains("On 500 rows that were held out (5 splits", learned.Output, StringComparison.Ordinal);
        string[] lines = scored.Output.TrimEnd().Split('\n');
        Assert.Equal("row,id,probability,for,against", lines[0]);
        Assert.Equal(501, lines.Length);
        Assert.StartsWith("1,D0,0.", lines[1], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains("visits=", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_file_and_seed_give_the_same_model()
    {
        string file = Deals(200);
        foreach (string name in (string[])["one", "two"])
        {
            await ProdSalesProgram.RunAsync("learn", file, "--label", "result", "--positive", "won", "--out", _folder.File(name));
        }

        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("one")), await File.ReadAllBytesAsync(_folder.File("two")));
    }

    [Fact]
    public async Task Without_the_library_learning_says_that_it_is_absent_and_scoring_gives_the_same()
    {
        (string, string)[] absent = [("PRODSALES_XGBOOST", "libabsent.so.0")];
        string file = Deals(400);
        string model = _folder.File("deals.model");
        await ProdSalesProgram.RunAsync("learn", file, "--label", "result", "--positive", "won", "--out", model);
        ProgramResult scored = await ProdSalesProgram.RunAsync("score", model, file);
        ProgramResult alone = await ProdSalesProgram.RunInAsync(absent, "score", model, file);
        ProgramResult learned = await ProdSalesProgram.RunInAsync(absent, "learn", file, "--label", "result", "--positive", "won", "--language", "en");

        Assert.Equal(scored.Output, alone.Output);
        Assert.Equal(0, learned.ExitCode);
        Assert.Contains("the logistic regression serves alone", learned.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_known_that_is_said_in_either_language()
    {
        StringBuilder text = new("colour,size,result\n");
        for (int row = 0; row < 400; row++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{(row % 3 == 0 ? "红" : "蓝")},{row * 7919 % 101},{(row * 104729 % 997 % 3 == 0 ? "yes" : "no")}");
        }

        string file = Written("noise.csv", text.ToString());
        ProgramResult english = await ProdSalesProgram.RunAsync("learn", file, "--label", "result", "--language", "en", "--out", _folder.File("noise.model"));
        ProgramResult scored = await ProdSalesProgram.RunAsync("score", _folder.File("noise.model"), file, "--language", "zh-CN");

        Assert.Contains("Skill: none", english.Output, StringComparison.Ordinal);
        Assert.Single(scored.Output.TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')[2]).Distinct());
        Assert.Contains("没有能力", scored.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there are 3 different values", "3 different values (lost, open, won)", "--label", "result")]
    [InlineData("no such column", "There is no column \"outcome\"; there are deal,", "--label", "outcome")]
    [InlineData("no such value", "never holds \"gained\"", "--label", "result", "--positive", "gained")]
    [InlineData("one value", "holds one value only, \"CNY\"", "--label", "currency")]
    [InlineData("no dates", "holds no dates, as \"D0\"", "--label", "result", "--positive", "won", "--time", "deal")]
    [InlineData("no columns", "No column is left", "--label", "result", "--positive", "won", "--without", "deal", "--without", "visits", "--without", "region", "--without", "currency", "--without", "close_note")]
    public async Task What_cannot_be_learned_is_refused_in_clear_words(string what, string said, params string[] options)
    {
        ProgramResult result = await ProdSalesProgram.RunAsync(["learn", Deals(200), .. options, "--language", "en"]);

        Assert.True(result.ExitCode == 1, what);
        Assert.Contains(said, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_labels_a_missing_file_and_changed_models_are_refused()
    {
        string file = Deals(60);
        string model = _folder.File("broken.model");
        await File.WriteAllTextAsync(model, "prodsales-model 1 00\n{}");
        ProgramResult few = await ProdSalesProgram.RunAsync("learn", file, "--label", "result", "--positive", "won", "--language", "zh-CN");
        ProgramResult absent = await ProdSalesProgram.RunAsync("learn", _folder.File("absent.csv"), "--label", "x", "--language", "en");
        ProgramResult changed = await ProdSalesProgram.RunAsync("score", model, file, "--language", "en");

        Assert.Contains("每种至少需要 40 个", few.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no file", absent.Errors, StringComparison.Ordinal);
        Assert.Contains("was changed or cut", changed.Errors, StringComparison.Ordinal);
        Assert.All((ProgramResult[])[few, absent, changed], result => Assert.Equal(1, result.ExitCode));
    }

    /// <summary>Deals that are won more often the more visits there were, with a note that is written when they close.</summary>
    private string Deals(int rows)
    {
        StringBuilder text = new("deal,visits,region,currency,close_note,result\n");
        for (int row = 0; row < rows; row++)
        {
            int visits = row * 31 % 11;
            int luck = row * 7919 % 101;
            string result = luck > 95 ? "open" : luck < visits * 9 ? "won" : "lost";
            text.AppendLine(CultureInfo.InvariantCulture, $"D{row},{visits},{(row % 2 == 0 ? "东" : "西")},CNY,{(result is "won" ? "signed" : "")},{result}");
        }

        return Written("deals.csv", text.ToString());
    }

    private string Written(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}
