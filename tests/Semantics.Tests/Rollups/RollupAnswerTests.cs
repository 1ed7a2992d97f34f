using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Questions;
using ProdSales.SemanticsTests.BruteForce.Stars;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Rollups;
using Xunit.Abstractions;

namespace ProdSales.SemanticsTests.Rollups;

/// <summary>An answer out of rollups is the answer out of the facts, value for value and row for row, whatever is asked and whatever is kept.</summary>
public sealed class RollupAnswerTests(ITestOutputHelper output)
{
    private const int QuestionsOfAStar = 250;

    private static readonly int Questions = 500 * RandomRuns.Times;

    [Fact]
    public void Answers_with_random_rollups_are_those_of_the_facts()
    {
        int asked = 0;
        int fromRollups = 0;
        HashSet<string> reasons = new(StringComparer.Ordinal);
        for (int seed = (int)(RandomRuns.Seed % (1 << 28)) + 7_000; asked < Questions; seed++)
        {
            using RandomStar star = new(seed);
            Rollup[] rollups = [.. Kept(star, new Random(seed))];
            RandomQuestion question = new(star, new Random(seed));
            for (int i = 0; i < QuestionsOfAStar; i++, asked++)
            {
                MetricQuery query = question.Next();
                QueryPlan routed = QueryPlanner.Plan(query with { Rollups = rollups });
                reasons.UnionWith(routed.Scans.SelectMany(scan => scan.RollupRefusals).Select(refusal => refusal.Code));
                if (routed.Scans.Any(scan => scan.Rollup is not null))
                {
                    fromRollups++;
                    string text = $"seed {seed}, question {i}: {QuestionText.Of(query)}\n{StatementSql.Of(routed).Text}";
                    Assert.True(Answer(star, QueryPlanner.Plan(query)) == Answer(star, routed), text);
                }
            }
        }

        output.WriteLine($"{asked} questions, {fromRollups} answered from rollups; refused for {string.Join(", ", reasons.Order(StringComparer.Ordinal))}");
        Assert.True(fromRollups > Questions / 20, $"Only {fromRollups} of {asked} questions were answered from rollups.");
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "measure-not-additive", "measure-missing", "grain-not-derivable", "period-not-aligned", "dimension-missing", "filter-missing", "history-mode", "window" },
            reasons);
    }

    // By day and by month, of every fact that lies in a table, over some of its dimensions.
    private static IEnumerable<Rollup> Kept(RandomStar star, Random random)
    {
        foreach (IGrouping<Fact, Aggregate> fact in Parts())
        {
            Dimension[] reached = [.. ModelReader.Shipped.Dimensions.Where(fact.Key.Reaches)];
            foreach ((TimeGrain grain, int number) in new[] { TimeGrain.Day, TimeGrain.Month, TimeGrain.Day, TimeGrain.Month }.Select((grain, index) => (grain, index)))
            {
                Dimension[] by = [.. reached.Where(_ => random.Next(reached.Length) < (number < 2 ? reached.Length / 2 : 2))];
                RollupSum[] sums = [.. fact.Where(_ => random.Next(8) > 0).Select((part, index) => new RollupSum(part, $"sum_{index}"))];
                if (sums.Length > 0)
                {
                    Rollup rollup = new($"{fact.Key.Name}_{number}", fact.Key, grain, by, sums, fact.Key.Place);
                    RollupTable.Build(star.Connection, new KeptRollup(rollup.Table, rollup.Name, fact.Key.Relation, fact.Key.Time, grain is TimeGrain.Month, rollup.Select, [.. by.Select(dimension => new RollupColumn(rollup.ColumnOf(dimension), false)), .. sums.Select(sum => new RollupColumn(sum.Column, true))]));
                    yield return rollup;
                }
            }
        }

        IEnumerable<IGrouping<Fact, Aggregate>> Parts() => ModelReader.Shipped.Subjects.SelectMany(subject => subject.Measures).SelectMany(measure => measure.Formula.Aggregates())
            .Where(part => part.IsAdditive && !part.Fact.IsSnapshot && !part.Fact.Relation.StartsWith('(') && part.Fact.Condition?.Parameters.Any() is not true && !part.Fragments.Any(fragment => fragment.Parameters.Any()))
            .Where(part => IsExact(star, part))
            .GroupBy(part => part.Fact)
            .Select(parts => parts.DistinctBy(part => (part.Function, part.Argument, part.Filter)).GroupBy(part => part.Fact).Single());
    }

    private static bool IsExact(RandomStar star, Aggregate part) =>
        ResultRows.Read(star.Connection, $"SELECT typeof({AggregateSql.Of(part, fragment => fragment.Under("f"))}) FROM {part.Fact.Relation} AS f")[0][0] is not "DOUBLE";

    private static string Answer(RandomStar star, QueryPlan plan)
    {
        SqlStatement statement = StatementSql.Of(plan);
        return string.Join('|', statement.Columns) + "\n" + ResultRows.Lines(ResultRows.Read(star.Connection, statement.Text, statement.Parameters));
    }
}
