using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Questions;
using ProdSales.SemanticsTests.BruteForce.Stars;
using Xunit.Abstractions;

namespace ProdSales.SemanticsTests.BruteForce;

/// <summary>DuckDB's answers to ten thousand random questions over random stars are those of a plain evaluation in memory.</summary>
public sealed class BruteForceTests(ITestOutputHelper output)
{
    private const int QuestionsOfAStar = 500;

    private const int MostShown = 3;

    private const int Questions = 10_000;

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(0)]
    [InlineData(1)]
    public void Answers_over_random_stars_are_those_of_plain_evaluation(int half) => Check((int)(RandomRuns.Seed % (1 << 28)) + (half * 10_000), Questions * RandomRuns.Times / 2);

    private void Check(int seed, int questions)
    {
        output.WriteLine($"seed {seed}");
        TimeSpan before = Environment.CpuUsage.TotalTime;
        List<string> wrong = [];
        int asked = 0;
        for (int number = 0; asked < questions && wrong.Count < MostShown; number++)
        {
            using RandomStar star = new(seed + number);
            RandomQuestion question = new(star, new Random(seed + number));
            for (int i = 0; i < QuestionsOfAStar && asked < questions && wrong.Count < MostShown; i++, asked++)
            {
                MetricQuery query = question.Next();
                if (AnswerCheck.Of(star, query) is not null)
                {
                    wrong.Add($"seed {star.Seed}, question {i}: {Smallest(star, query)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        output.WriteLine($"{asked} questions, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F0} s of CPU");
    }

    private static string Smallest(RandomStar star, MetricQuery query)
    {
        MetricQuery smallest = SmallerQuestions.Of(query, smaller => AnswerCheck.Of(star, smaller) is not null);
        return $"{QuestionText.Of(smallest)}\n{AnswerCheck.Of(star, smallest)}\n{StatementSql.Of(QueryPlanner.Plan(smallest)).Text}";
    }
}
