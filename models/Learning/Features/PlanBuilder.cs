using ProdSales.Learning.Data;
using ProdSales.Learning.Features.Terms;

namespace ProdSales.Learning.Features;

/// <summary>Chooses features by rule from the training rows alone, without looking at the label.</summary>
public static class PlanBuilder
{
    private const int MostLevels = 60;
    private const int LeastRows = 5;
    private static readonly double[] Knots = [.1, .25, .5, .75, .9];

    /// <summary>Features for trees: numbers as they are, missing ones missing.</summary>
    /// <param name="table">The training rows.</param>
    /// <param name="monotone">Columns of which nothing but the number itself may be used, because the answer must follow it.</param>
    public static FeaturePlan ForTrees(Table table, IReadOnlySet<string> monotone) =>
        new([.. table.Columns.SelectMany(column => TreeTerms(column, monotone.Contains(column.Name)))]);

    /// <summary>Features for a sum: numbers bent by logarithm, reciprocal and straight pieces, and a flag where they are missing.</summary>
    /// <param name="table">The training rows.</param>
    /// <param name="monotone">Columns that are taken as they are and as a logarithm, because the answer must follow them.</param>
    public static FeaturePlan ForSums(Table table, IReadOnlySet<string> monotone) =>
        new([.. table.Columns.SelectMany(column => SumTerms(column, monotone.Contains(column.Name)))]);

    private static IEnumerable<FeatureTerm> TreeTerms(TableColumn column, bool isMonotone)
    {
        switch (column.Kind)
        {
            case ColumnKind.Category:
                return LevelTerms(column);
            case ColumnKind.Date:
                return DateTerms(column);
            default:
                ColumnSummary summary = new(column);
                IEnumerable<FeatureTerm> number = [new NumberTerm(column.Name)];
                return summary.IsWrittenByHand && !isMonotone ? number.Concat(HandTerms(column, summary)) : number;
        }
    }

    private static IEnumerable<FeatureTerm> SumTerms(TableColumn column, bool isMonotone)
    {
        if (column.Kind is ColumnKind.Category)
        {
            return LevelTerms(column);
        }

        ColumnSummary summary = new(column);
        IEnumerable<FeatureTerm> flag = summary.HasMissing ? [new MissingTerm(column.Name)] : [];
        if (column.Kind is ColumnKind.Date)
        {
            return DateTerms(column).Concat(flag);
        }

        IEnumerable<FeatureTerm> terms = flag.Prepend(new NumberTerm(column.Name));
        if (!summary.IsCurve)
        {
            return terms;
        }

        if (summary.IsNeverNegative)
        {
            terms = terms.Append(new LogTerm(column.Name));
        }

        return isMonotone ? terms : terms.Concat(BentTerms(column, summary));
    }

    private static IEnumerable<FeatureTerm> BentTerms(TableColumn column, ColumnSummary summary)
    {
        if (summary.IsNeverNegative)
        {
            yield return new ReciprocalTerm(column.Name);
        }

        foreach (double knot in Knots.Select(summary.Quantile).Distinct().Where(knot => knot > summary.Quantile(0) && knot < summary.Quantile(1)))
        {
            yield return new HingeTerm(column.Name, knot);
        }

        if (summary.IsWrittenByHand)
        {
            foreach (FeatureTerm term in HandTerms(column, summary))
            {
                yield return term;
            }
        }
    }

    private static IEnumerable<FeatureTerm> HandTerms(TableColumn column, ColumnSummary summary) => [new RoundnessTerm(column.Name), summary.Frequencies(column.Name)];

    private static IEnumerable<FeatureTerm> DateTerms(TableColumn column) => Enum.GetValues<DatePart>().Select(part => new DatePartTerm(column.Name, part));

    private static IEnumerable<FeatureTerm> LevelTerms(TableColumn column)
    {
        int[] counts = new int[column.Levels.Count];
        bool hasMissing = false;
        foreach (int code in column.Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
            else
            {
                hasMissing = true;
            }
        }

        string[] known =
        [
            .. Enumerable.Range(0, counts.Length).Where(code => counts[code] >= LeastRows)
                .OrderByDescending(code => counts[code]).ThenBy(code => column.Levels[code], StringComparer.Ordinal)
                .Take(MostLevels).Select(code => column.Levels[code]).Order(StringComparer.Ordinal),
        ];
        IEnumerable<FeatureTerm> terms = known.Select(level => new LevelTerm(column.Name, level)).Append<FeatureTerm>(new OtherTerm(column.Name, known));
        return hasMissing ? terms.Append(new MissingTerm(column.Name)) : terms;
    }
}
