using System.Globalization;
using System.Security.Cryptography;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Questions;
using ProdSales.SemanticsTests.BruteForce.Stars;
using Xunit.Abstractions;

namespace ProdSales.SemanticsTests.BruteForce;

/// <summary>
/// DuckDB's answers to thousands of random questions over random stars are those of a plain evaluation in memory. Half of the stars are the same
/// in every run, half are new; BRUTE_FORCE_QUESTIONS asks another number than ten thousand, BRUTE_FORCE_SEED starts the new ones from a seed.
/// </summary>
public sealed class BruteForceTests(ITestOutputHelper output)
{
    private const int QuestionsOfAStar = 500;

    private const int MostShown = 3;

    private static readonly int Questions = Setting("BRUTE_FORCE_QUESTIONS") ?? 10_000;

    [Fact]
    [Trait("Speed", "Slow")]
    public void Answers_over_stars_that_are_always_the_same_are_those_of_plain_evaluation() => Check(1_000, Questions / 2);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Answers_over_new_stars_are_those_of_plain_evaluation() =>
        Check(Setting("BRUTE_FORCE_SEED") ?? RandomNumberGenerator.GetInt32(1 << 28), Questions / 2);

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
                    wrong.Add($"BRUTE_FORCE_SEED={star.Seed}, question {i}: {Smallest(star, query)}");
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

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : null;
}
