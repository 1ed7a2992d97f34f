using System.Globalization;
using System.Text;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Writes the GraphQL contract of a semantic model in the schema definition language.</summary>
public static class SchemaText
{
    /// <summary>The contract: one root field for each subject, the catalogue of measures, and the explanation of their changes.</summary>
    /// <param name="model">What can be asked.</param>
    /// <param name="language">The language of the descriptions; nothing else depends on it.</param>
    public static string Of(SemanticModel model, AnswerLanguage language = AnswerLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(model);
        ContractVoice voice = ContractVoice.Of(language);
        StringBuilder text = new();
        text.Append(CostDirectives.Definitions).Append(PartDirectives.Sdl).Append(SharedTypes.Scalars);
        Query(text, model, voice);
        text.Append(SharedTypes.Inputs).Append(SharedTypes.Catalogue).Append(ExplainTypes.Types).Append(RowTypes.Types);
        CrossTypes.Append(text, model, voice);
        AppraisalTypes.Append(text, model, voice);
        text.Append(PredictionModelTypes.Types).Append(ForecastActions.Types);
        Mutation(text);
        Comparisons(text);
        DimensionNames(text, model, voice);
        foreach (Subject subject in model.Subjects)
        {
            new SubjectTypes(text, subject, voice).Write();
        }

        return voice.Told(text.ToString());
    }

    private static void Query(StringBuilder text, SemanticModel model, ContractVoice voice)
    {
        StringBuilder fields = new();
        foreach (Subject subject in model.Subjects)
        {
            string type = SchemaNames.Pascal(subject.Name);
            fields.Append(CultureInfo.InvariantCulture, $"  \"{voice.Describe(subject.Label, subject.Description)}\"\n");
            fields.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(subject.Name)}(period: PeriodInput!, where: {type}Filter, asOf: Date, history: HistoryInput = {{ version: AS_WAS }}): {type}\n");
        }

        fields.Append(SharedTypes.CatalogueFields).Append(ExplainTypes.Field).Append(RowTypes.Field).Append(CrossTypes.Fields).Append(AppraisalTypes.Fields).Append(PredictionModelTypes.Fields);
        text.Append("type Query {\n").Append(fields).Append("}\n\n");
        text.Append("\"The fields of Query, one at a time: the answer now, and again whenever a commit has changed it.\"\ntype Subscription {\n").Append(fields).Append("}\n\n");
    }

    // Fields of a mutation run one after the other, each to its end.
    private static void Mutation(StringBuilder text) =>
        text.Append("\"What can be done; each asks for a right that a role gives.\"\ntype Mutation {\n").Append(ModelActions.Fields).Append(ForecastActions.Fields).Append("}\n\n");

    private static void Comparisons(StringBuilder text)
    {
        text.Append("\"What a period is compared with.\"\nenum Comparison {\n");
        foreach (Comparison comparison in Comparison.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{comparison.Description}\"\n  {SchemaNames.Constant(comparison.Name)}\n");
        }

        text.Append("}\n\n");
    }

    private static void DimensionNames(StringBuilder text, SemanticModel model, ContractVoice voice)
    {
        text.Append("\"Everything that measures can be cut by.\"\nenum DimensionName {\n");
        foreach (Dimension dimension in model.Dimensions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{voice.Label(dimension.Label)}\"\n  {SchemaNames.Constant(dimension.Name)}\n");
        }

        text.Append("}\n");
    }

    /// <summary>The text as it stands between quotation marks; what is no line of text becomes a space.</summary>
    internal static string Escaped(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\\' => "\\\\",
        '"' => "\\\"",
        _ when char.IsControl(letter) => " ",
        _ => letter.ToString(),
    }));
}
