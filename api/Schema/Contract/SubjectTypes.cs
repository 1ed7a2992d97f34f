using System.Globalization;
using System.Text;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Writes the types of one subject.</summary>
internal sealed class SubjectTypes(StringBuilder text, Subject subject, ContractVoice voice)
{
    private readonly string _type = SchemaNames.Pascal(subject.Name);

    internal void Write()
    {
        Root();
        Cut();
        Values();
        Targets();
        Filter();
        CutFilter();
        Order();
    }

    private void Root()
    {
        text.Append(CultureInfo.InvariantCulture, $"\ntype {_type} {{\n");
        text.Append("  \"False while no measure of this subject has a source: not connected, which is neither no data nor 0. Single measures without one are named in extensions.unavailable.\"\n  isConnected: Boolean!\n");
        text.Append("  \"First business day on record; null while not connected.\"\n  firstDate: Date\n");
        text.Append("  \"Last business day on record; null while not connected.\"\n  lastDate: Date\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"The whole period under the filter.\"\n  total: {_type}Cut\n");
        Cuts();
        text.Append("}\n");
    }

    private void Cut()
    {
        text.Append(CultureInfo.InvariantCulture, $"\n\"{voice.Say($"{subject.Label.Chinese}的一个切分：它与外层切分的键、它的指标，以及更细的切分。", $"One cut of {subject.Label.English.ToLowerInvariant()}: its keys and those of the cuts around it, its measures, and finer cuts.")}\"\n");
        text.Append(CultureInfo.InvariantCulture, $"type {_type}Cut {{\n");
        foreach (Dimension dimension in subject.Dimensions)
        {
            string present = dimension.Owner == dimension.Name ? "" : voice.Say($"，在按 {SchemaNames.Camel(dimension.Owner)} 的切分中为其现值", $", in a cut by {SchemaNames.Camel(dimension.Owner)} its present value");
            text.Append(
                CultureInfo.InvariantCulture,
                $"  \"{voice.Label(dimension.Label)}{present}{voice.Say("；未知成员以及在此类切分之外为 null。", "; null for the unknown member and outside such a cut.")}\"\n");
            text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(dimension.Name)}: String\n");
            if (dimension.Member?.Id is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(dimension.Name)}Id: String\n");
            }
        }

        text.Append("  \"First day of the step of time; null outside overTime.\"\n  period: Date\n");
        Measures();
        text.Append("  \"The same measures in another period; a cut that has rows in either period is listed. Clipped: of a period in which the day of the question lies, only what has run is compared.\"\n");
        text.Append(CultureInfo.InvariantCulture, $"  compare(to: Comparison!, clipped: Boolean! = false): {_type}Values\n");
        if (WithTargets.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"Targets that were stated for exactly what this row is of and for its days; null with the code target-missing where there are none.\"\n  target: {_type}Targets!\n");
        }

        text.Append("  \"The first rows behind a number of this subject in each row of the cut, by the same statement; measure as in the root field rows, which goes on behind their cursors when it is asked for the same cell. With after each row of the cut goes on behind its own of those cursors, and one that has none begins at its first; of two of one row the later counts.\"\n  rows(measure: String!, first: Int! = 10, after: [String!]): RowConnection @listSize(slicingArguments: [\"first\"], sizedFields: [\"edges\", \"nodes\"], requireOneSlicingArgument: false)\n");
        Cuts();
        text.Append("}\n");
    }

    private void Values()
    {
        text.Append(CultureInfo.InvariantCulture, $"\ntype {_type}Values {{\n");
        Measures();
        text.Append("}\n");
    }

    private Measure[] WithTargets => [.. subject.Measures.Where(measure => measure.TargetNames.Count > 0)];

    private void Targets()
    {
        if (WithTargets.Length == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\ntype {_type}Targets {{\n");
        foreach (Measure measure in WithTargets)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{voice.Label(measure.Label)}\"\n  {SchemaNames.Camel(measure.Name)}: StatedTarget!\n");
        }

        text.Append("}\n");
    }

    private void Measures()
    {
        foreach (Measure measure in subject.Measures)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{voice.Describe(measure.Label, measure.Description)}\"\n");
            text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(measure.Name)}: {ScalarOf(measure.Unit)}\n");
            if (measure.Attainment is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"  \"{voice.Say($"{SchemaNames.Camel(measure.Name)} 的目标达成程度；没有大于 0 的目标时为 null，代码为 target-missing。", $"How far the target of {SchemaNames.Camel(measure.Name)} is met; null without a target above 0, with the code target-missing.")}\"\n");
                text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Status(measure)}: TargetStatus\n");
            }
        }
    }

    private void Cuts()
    {
        foreach (Dimension dimension in subject.Dimensions)
        {
            if (dimension.Bridge is not null)
            {
                text.Append("  \"Members overlap: a row counts for each of its members, so that they never sum to the whole.\"\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  by{SchemaNames.Pascal(dimension.Name)}(where: {_type}CutFilter, orderBy: {_type}Order, first: Int = 1000): [{_type}Cut!]\n");
        }

        text.Append("  \"Steps of time. With everyStep also those of which nothing is on record, whose values are null, so that a gap shows.\"\n");
        text.Append(CultureInfo.InvariantCulture, $"  overTime(grain: Grain!, everyStep: Boolean! = false, where: {_type}CutFilter, orderBy: {_type}Order, first: Int): [{_type}Cut!]\n");
    }

    private void Filter()
    {
        text.Append(CultureInfo.InvariantCulture, $"\ninput {_type}Filter {{\n");
        foreach (Dimension dimension in subject.Dimensions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(dimension.Name)}: TextFilter\n");
            if (dimension.Member?.Id is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(dimension.Name)}Id: TextFilter\n");
            }
        }

        text.Append("}\n");
    }

    private void CutFilter()
    {
        text.Append("\n\"Which rows of one cut are told, of all that stand under the row around it: first takes the first of those that are left. All conditions must hold; no number changes by them, neither here nor in the cuts around. What selects the data itself is the where of the subject.\"\n");
        text.Append(CultureInfo.InvariantCulture, $"input {_type}CutFilter {{\n");
        text.Append("  \"The name of the member; over time the first day of the step, as in 2026-10-01.\"\n  member: TextFilter\n");
        text.Append("  \"The id of the member in its source, in a cut whose members have one.\"\n  memberId: TextFilter\n");
        text.Append("  \"Measures in another period, and how much they have changed since; rows of either period are listed.\"\n  compared: [ComparedCondition!]\n");
        foreach (Measure measure in subject.Measures)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(measure.Name)}: {ScalarOf(measure.Unit)}Filter\n");
            if (measure.Attainment is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Status(measure)}: TargetStatusFilter\n");
            }
        }

        text.Append("}\n");
    }

    private void Order()
    {
        text.Append(CultureInfo.InvariantCulture, $"\ninput {_type}Order @oneOf {{\n  \"By the name of the member, over time by the step.\"\n  member: SortDirection\n");
        text.Append("  \"By a measure in another period, or by how much it has changed since; rows of either period are listed.\"\n  compared: ComparedOrder\n");
        foreach (Measure measure in subject.Measures)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {SchemaNames.Camel(measure.Name)}: SortDirection\n");
        }

        text.Append("}\n");
    }

    private static string ScalarOf(Unit unit) => unit switch
    {
        Unit.Money or Unit.Quantity => "Decimal",
        Unit.Count => "Long",
        _ => "Float",
    };
}
