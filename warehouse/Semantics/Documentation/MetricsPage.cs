using System.Globalization;
using System.Text;

namespace ProdSales.Semantics;

/// <summary>Writes <c>docs/metrics.md</c>, the page that explains every measure in both languages.</summary>
public static class MetricsPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Of(SemanticModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        StringBuilder page = new();
        page.Append("# Measures 指标\n\n");
        page.Append("Generated from the YAML in `warehouse/Semantics`; a test says when it is stale. Ratios are quotients of sums and are never averaged.\n");
        page.Append("Additivity tells whether the parts of a cut add up to the whole: additive, semi-additive (not over time), non-additive.\n");
        foreach (Subject subject in model.Subjects)
        {
            Write(page, subject);
        }

        return page.ToString();
    }

    private static string SeriesOf(Fact fact) => fact.Series switch
    {
        null => "",
        { Lasts: { } days, Column: var column } => $"; each `{column}` by its own last day, for at most {days} days",
        { Column: var column } => $"; each `{column}` by its own last day",
    };

    private static void Write(StringBuilder page, Subject subject)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {subject.Label.English} {subject.Label.Chinese}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"`{subject.Name}`: {subject.Description.English} {subject.Description.Chinese}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Cuts: {string.Join(", ", subject.Dimensions.Select(dimension => $"`{dimension.Name}`{(dimension.Bridge is null ? "" : " (a row counts for each of its members, which never sum to the whole)")}"))}\n");
        foreach (Fact fact in subject.Facts)
        {
            string condition = fact.Condition is { } where ? $" where `{where}`" : "";
            page.Append(CultureInfo.InvariantCulture, $"\n- Rows: {string.Join(", ", fact.Tables.Select(table => $"`{table}`"))} by `{fact.Time}`{(fact.IsAhead ? ", which may lie ahead" : "")}{condition}{SeriesOf(fact)}");
        }

        page.Append('\n');
        foreach (Measure measure in subject.Measures)
        {
            Write(page, measure);
        }
    }

    private static void Write(StringBuilder page, Measure measure)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n<a id=\"{measure.Subject}-{measure.Name}\"></a>\n### {measure.Label.English} {measure.Label.Chinese}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{measure.Description.English} {measure.Description.Chinese}\n\n");
        page.Append("| name | unit | good | additivity | formula |\n|---|---|---|---|---|\n");
        page.Append(CultureInfo.InvariantCulture, $"| `{measure.Name}` | {Word(measure.Unit)} | {Word(measure.Good)} | {Word(measure.Additivity)} | `{measure.FormulaText}` |\n");
        if (measure.Owner is { } owner)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nOwner: {owner.English} {owner.Chinese}; {Word(measure.Sensitivity)}.\n");
        }

        if (measure.Window is { } window)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nWindow: `{window.Word()}`.\n");
        }

        if (measure.Attainment is { } attainment)
        {
            string limit = measure.Good is GoodDirection.Down ? "up to" : "from";
            page.Append(CultureInfo.InvariantCulture, $"\n`{attainment.ActualMeasure}` held against `{attainment.TargetMeasure}`: green {limit} {attainment.Green}, amber {limit} {attainment.Amber}, red beyond; no status without a target above 0.\n");
        }

        if (measure.Minimum is { } minimum)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nMinimum sample: {minimum.Least}.\n");
        }

        if (measure.Needs.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nNot connected while {string.Join(" or ", measure.Needs.Select(table => $"`{table}`"))} has no rows.\n");
        }

        if (measure.Per.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nOnly with {string.Join(", ", measure.Per.Select(per => $"`{per}`"))} fixed by the cut or by a filter.\n");
        }
    }

    private static string Word(Enum value) => value switch
    {
        Additivity.SemiAdditive => "semi-additive",
        Additivity.NonAdditive => "non-additive",
        _ => value.ToString().ToLowerInvariant(),
    };
}
