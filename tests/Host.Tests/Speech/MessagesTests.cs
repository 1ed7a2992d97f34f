using System.Reflection;
using ProdSales.Host.Speech;
using ProdSales.Learning.Leaks;
using ProdSales.Learning.Selection;
using ProdSales.Loading.Auditing;
using ProdSales.Loading.Reports;
using ProdSales.Predictions.Monitoring;
using ProdSales.Predictions.Scoring;
using ProdSales.Predictions.Trial;
using ProdSales.Semantics;
using ProdSales.Sources.Mappings;
using ProdSales.Sources.Readers;

namespace ProdSales.Host.Tests.Speech;

/// <summary>Every stable code has a sentence in both languages, and both tell the same facts.</summary>
public sealed class MessagesTests
{
    public static TheoryData<string> Wanted => [.. Codes().Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> Known => [.. Messages.Keys];

    [Theory]
    [MemberData(nameof(Wanted))]
    public void Every_code_has_a_sentence(string key) => Assert.True(Messages.Has(key), key);

    [Theory]
    [MemberData(nameof(Known))]
    public void Both_languages_say_something_of_the_same_facts(string key)
    {
        Assert.NotEmpty(Messages.Pattern(key, Language.English).Trim());
        Assert.NotEmpty(Messages.Pattern(key, Language.Chinese).Trim());
        Assert.Equal(Messages.FactsOf(key, Language.English), Messages.FactsOf(key, Language.Chinese));
        Assert.DoesNotContain(Messages.Pattern(key, Language.English), letter => letter is >= '\u2E80' and <= '\uFFEF');
    }

    [Fact]
    public void No_sentence_is_for_a_code_that_is_gone()
    {
        string[] families = ["model.", "row.", "problem.", "load.", "audit.", "leak.", "learn-note.", "scoring."];
        string[] wanted = [.. Codes()];

        Assert.Empty(Messages.Keys.Where(key => Array.Exists(families, family => key.StartsWith(family, StringComparison.Ordinal)) && !wanted.Contains(key)));
    }

    [Theory]
    [InlineData(null, "zh_CN.UTF-8", null, Language.Chinese)]
    [InlineData(null, "en_GB.UTF-8", "zh_CN.UTF-8", Language.English)]
    [InlineData(null, null, "zh_CN.UTF-8", Language.Chinese)]
    [InlineData(null, null, "de_DE.UTF-8", Language.English)]
    [InlineData(null, null, null, Language.English)]
    [InlineData("en", "zh_CN.UTF-8", "zh_CN.UTF-8", Language.English)]
    [InlineData("zh-CN", "C", "C", Language.Chinese)]
    public void The_option_comes_before_the_terminal(string? asked, string? all, string? lang, object expected) =>
        Assert.Equal(expected, LanguageChoice.OfCommand(asked, name => name switch { "LC_ALL" => all, "LANG" => lang, _ => null }));

    [Fact]
    public void A_refused_row_is_told_with_its_place_its_value_and_what_is_allowed()
    {
        RefusedRow row = new("sales_order_line", "orders.csv", 17, "quantity", "-3", "below-minimum", "a number with at most 4 decimals and 14 digits before them");

        Assert.Equal(
            "Row 17 of orders.csv, quantity: \"-3\" is below what is allowed (below-minimum); allowed: a number with at most 4 decimals.",
            new Speaker(Language.English).Say(row));
        Assert.Equal("orders.csv 第 17 行，quantity：“-3”低于允许的最小值（below-minimum）；允许：数字，最多 4 位小数。", new Speaker(Language.Chinese).Say(row));
    }

    [Fact]
    public void What_a_mapping_allows_is_told_and_not_what_its_feed_does()
    {
        RefusedRow row = new("sales_order_line", "orders.csv", 17, "ordered_date", "2024-01-31", "date-format", "a date written as %Y%m%d");

        Assert.EndsWith("(date-format); allowed: a date written as %Y%m%d.", new Speaker(Language.English).Say(row), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes()
    {
        IEnumerable<string> Of(string family, params Type[] types) => types.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral).Select(field => $"{family}.{field.GetRawConstantValue()}");

        return
        [
            .. Of("row", typeof(RowDefectCodes), typeof(ReadDefectCodes), typeof(LoadingReasons)),
            .. Of("problem", typeof(MappingProblemCodes), typeof(SourceFileCodes)),
            .. Of("model", typeof(ModelDefectCodes)),
            .. Of("audit", typeof(AuditCodes)),
            .. LoadRefusal.Codes.Select(code => $"load.{code}"),
            .. LearnRefusal.Codes.Select(code => $"command.learn-{code}"),
            .. LearnNote.Codes.Select(code => $"learn-note.{code}"),
            .. LeakFinding.Codes.Select(code => $"leak.{code}"),
            .. ScoringProblem.Codes.Select(code => $"scoring.{code}"),
            .. ModelAlarm.Figures.Select(figure => $"watch.{figure}"),
            .. TrialVerdict.Reasons.Select(code => $"trial.{code}"),
            .. AuditCodes.Checks.Select(name => $"check.{name}"),
        ];
    }
}
