using System.Text.RegularExpressions;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Holds the names of a model against the GraphQL contract, in which each must stand once and mean one thing.</summary>
public static partial class ContractCheck
{
    private static readonly string[] BuiltIn = ["String", "Int", "Float", "Boolean", "ID"];

    private static readonly string Shared = SchemaText.Of(new SemanticModel([], [], [], ""));

    private static readonly HashSet<string> SharedNames = [.. BuiltIn, .. TypeName().Matches(Shared).Select(match => match.Groups["it"].Value)];

    private static readonly HashSet<string> SharedFields = [.. QueryField().Matches(QueryBody().Match(Shared).Value).Select(match => match.Groups["it"].Value)];

    /// <summary>Every name that would stand twice; of two, that of the users is at fault.</summary>
    public static IReadOnlyList<ModelDefect> Defects(SemanticModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Names types = new(new("类型", "type"), SharedNames);
        Names fields = new(new("字段", "field"), SharedFields);
        foreach (Subject subject in model.Subjects.OrderBy(subject => subject.Place.IsUsers))
        {
            string type = SchemaNames.Pascal(subject.Name);
            LocalisedText told = new($"主题“{subject.Name}”", $"Subject \"{subject.Name}\"");
            fields.Take(SchemaNames.Camel(subject.Name), told, subject.Place);
            foreach (string suffix in new[] { "", "Cut", "Values", "Filter", "CutFilter", "Order" })
            {
                types.Take($"{type}{suffix}", told, subject.Place);
            }
        }

        return [.. types.Defects, .. fields.Defects, .. model.Subjects.SelectMany(InSubject)];
    }

    private static List<ModelDefect> InSubject(Subject subject)
    {
        Names fields = new(new("字段", "field"), ["period", "compare", "overTime", "member", "memberId", "rows", "total", "isConnected", "firstDate", "lastDate"]);
        foreach (Dimension dimension in subject.Dimensions.OrderBy(dimension => dimension.Place.IsUsers))
        {
            LocalisedText told = new($"维度“{dimension.Name}”", $"Dimension \"{dimension.Name}\"");
            fields.Take(SchemaNames.Camel(dimension.Name), told, dimension.Place);
            fields.Take($"by{SchemaNames.Pascal(dimension.Name)}", told, dimension.Place);
            if (dimension.Member?.Id is not null)
            {
                fields.Take($"{SchemaNames.Camel(dimension.Name)}Id", told, dimension.Place);
            }
        }

        foreach (Measure measure in subject.Measures)
        {
            fields.Take(SchemaNames.Camel(measure.Name), new($"指标“{measure.Name}”", $"Measure \"{measure.Name}\""), measure.Place);
            if (measure.Attainment is not null)
            {
                fields.Take(SchemaNames.Status(measure), new($"指标“{measure.Name}”的状态", $"The status of measure \"{measure.Name}\""), measure.Place);
            }
        }

        return fields.Defects;
    }

    [GeneratedRegex(@"^(?:type|input|enum|scalar|union|interface) (?<it>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^type Query \{$.*?^\}$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex QueryBody();

    [GeneratedRegex(@"^  (?<it>\w+)[(:]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueryField();

    /// <summary>Names of one kind, each given once.</summary>
    private sealed class Names(LocalisedText kind, IEnumerable<string> taken)
    {
        private readonly HashSet<string> _taken = [.. taken];

        internal List<ModelDefect> Defects { get; } = [];

        internal void Take(string name, LocalisedText who, SourcePlace place)
        {
            if (!_taken.Add(name))
            {
                Defects.Add(new ModelDefect(
                    place,
                    ModelDefectCodes.ContractNameTaken,
                    new LocalisedText(
                        $"{who.Chinese}会成为 GraphQL 契约的{kind.Chinese}“{name}”，而它已存在。",
                        $"{who.English} would be the {kind.English} \"{name}\" of the GraphQL contract, which is there already.")));
            }
        }
    }
}
