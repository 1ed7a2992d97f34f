using System.Reflection;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Reading;

/// <summary>Whatever keeps a model from being compiled is told in both languages, with the same names and numbers in each.</summary>
public sealed class ModelFaultTests
{
    public static TheoryData<string> Faults => [.. Told.Select(NameOf)];

    private static MethodInfo[] Told { get; } =
    [
        .. typeof(SemanticModel).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.IsAssembly && method.ReturnType == typeof(ModelFault) && method.DeclaringType!.Name.EndsWith("Faults", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Both_languages_tell_every_name_and_number(string fault)
    {
        MethodInfo method = Array.Find(Told, told => NameOf(told) == fault)!;
        object[] facts = [.. method.GetParameters().Select(Fact)];
        LocalisedText message = ((ModelFault)method.Invoke(null, facts)!).Message;

        Assert.Contains(message.Chinese, IsChinese);
        Assert.DoesNotContain(message.English, IsChinese);
        Assert.All(facts.SelectMany(Parts), part => Assert.Contains(part.Chinese, message.Chinese, StringComparison.Ordinal));
        Assert.All(facts.SelectMany(Parts), part => Assert.Contains(part.English, message.English, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_of_the_model_itself_is_told_by_a_fault()
    {
        IEnumerable<string> codes = typeof(ModelDefectCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        IEnumerable<string> told = Told.Select(method => ((ModelFault)method.Invoke(null, [.. method.GetParameters().Select(Fact)])!).Code);

        // What the contract of the API finds is told there.
        Assert.Equal(codes.Except(["contract-name-taken", "contract-refused"]).Order(StringComparer.Ordinal), told.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "“formula”必须是文本。")]
    [InlineData("revenu + 1", "没有指标“revenu”；是否想写“revenue”。")]
    [InlineData("sum(net_amount))", "公式“sum(net_amount))”无法解析：“)”所在处应为结尾。")]
    [InlineData("sum(net_amount) + ", "公式“sum(net_amount) + ”无法解析：它在应有指标、聚合或数字处结束。")]
    [InlineData("sum(net_amount", "公式“sum(net_amount”无法解析：它在应有右括号处结束。")]
    [InlineData("(1 + 2", "公式“(1 + 2”无法解析：它在应有“)”处结束。")]
    [InlineData("sum()", "公式“sum()”无法解析：聚合需要参数，或用 * 计数行。")]
    [InlineData("sum(net_amount) filter (where )", "公式“sum(net_amount) filter (where )”无法解析：聚合需要参数，或用 * 计数行。")]
    [InlineData("sum(a # b)", "公式“sum(a # b)”无法解析：字符“#”在公式中没有含义。")]
    [InlineData("sum($today)", "公式“sum($today)”无法解析：没有参数“$today”；可用 $as_of 和 $period_end。")]
    [InlineData("count(*) filter (where channel = 'web)", "公式“count(*) filter (where channel = 'web)”无法解析：从第 34 个字符开始的文本没有右引号。")]
    [InlineData("mine.odd", "公式引用了自身：mine.odd -> mine.odd。")]
    public void What_is_wrong_with_a_formula_is_told_in_chinese(string formula, string expected) =>
        Assert.Contains(expected, Defects(formula).Select(defect => defect.Message.Chinese));

    [Fact]
    public void A_function_that_is_none_is_told_with_those_that_there_are()
    {
        LocalisedText message = Assert.Single(Defects("variance(net_amount, 2)")).Message;

        Assert.StartsWith("公式“variance(net_amount, 2)”无法解析：不允许 2 个参数的 variance；可用 sum, count, ", message.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("Formula \"variance(net_amount, 2)\" cannot be read: variance with 2 arguments is not allowed; allowed are sum, count, ", message.English, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ModelDefect> Defects(string formula) => ModelReader.Compile(
    [
        .. ModelFile.Shipped,
        new ModelFile(
            "a.yaml",
            $$"""
            subject: mine
            label: { zh-CN: 我的, en: Mine }
            description: { zh-CN: 我的, en: Mine. }
            measures:
              - { name: revenue, measure: sales.revenue }
              - name: odd
                fact: sales_order_line
                label: { zh-CN: 甲, en: A }
                description: { zh-CN: 甲, en: A. }
                unit: count
                good: none
                formula: "{{formula}}"
            """) { Folder = "mine" },
    ]).Defects;

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static bool IsChinese(char letter) => letter is >= '\u2E80' and <= '\uFFEF';

    private static object Fact(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { } type when type == typeof(string) => $"{parameter.Name}_of_mine",
        { } type when type == typeof(int) => 4_000 + parameter.Position,
        { } type when type == typeof(LocalisedText) => new LocalisedText($"所言{parameter.Position}", $"said{parameter.Position}"),
        _ => new[] { $"first_{parameter.Name}", $"other_{parameter.Name}" },
    };

    private static IEnumerable<LocalisedText> Parts(object fact) => fact switch
    {
        LocalisedText text => [text],
        string[] names => names.Select(name => new LocalisedText(name, name)),
        _ => [new LocalisedText($"{fact}", $"{fact}")],
    };
}
