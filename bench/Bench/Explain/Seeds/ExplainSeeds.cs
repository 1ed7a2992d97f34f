using System.Globalization;
using System.Text;
using ProdSales.Simulation;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Explain.Seeds;

/// <summary>Asks twenty companies with planted causes, and the same twenty without, why numbers moved: how often is the cause named first, and is nothing told where there is none?</summary>
/// <remarks>The search was developed on the first ten; the last ten judge it.</remarks>
internal static class ExplainSeeds
{
    internal const string Name = "explain-seeds";

    private const int Seeds = 20;
    private const double Scale = 0.15;

    /// <summary>The page of results.</summary>
    /// <param name="folder">Where companies are made, or taken from when they are there already.</param>
    internal static string Page(string folder)
    {
        Directory.CreateDirectory(folder);
        List<SeedAnswer> answers = [];
        for (int seed = 1; seed <= Seeds; seed++)
        {
            foreach (bool isPlanted in (bool[])[true, false])
            {
                answers.AddRange(Ask(PlantedCompany.In(folder, new DemoOptions { Seed = seed, Scale = Scale, PlantCauses = isPlanted })));
            }
        }

        return Page(answers);
    }

    private static IEnumerable<SeedAnswer> Ask(PlantedCompany company)
    {
        using DuckDbConnection star = new($"DataSource={company.Path}");
        star.Open();
        foreach (SeedQuestion question in SeedQuestion.All)
        {
            string[] told = [.. question.Ask(star, company.Truth.Options.LastDay).Segments.Select(SeedQuestion.Text)];
            string expected = question.Cause(company.Truth, star) ?? "nothing";
            yield return new SeedAnswer(question.Kind, company.Truth.Options, (told.FirstOrDefault() ?? "nothing") == expected, expected, string.Join("; ", told));
        }

        yield return LeavingCustomers.Ask(company.Truth, star);
    }

    private static string Page(IReadOnlyCollection<SeedAnswer> answers)
    {
        StringBuilder page = new();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {Name}");
        page.AppendLine("Of demo companies with planted causes, in how many does an explanation name the cause first, exactly; and in how many of the same companies without does it say that nothing stands out? The search was developed on seeds 1 to 10 and is judged by 11 to 20.");
        page.AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"`bench/run {Name}`: seeds 1 to {Seeds}, scale {Scale}, three years.");
        page.AppendLine();
        page.AppendLine("| planted | first, seeds 1-10 | first, seeds 11-20 | silent without, 1-10 | silent without, 11-20 |");
        page.AppendLine("|---|---|---|---|---|");
        foreach (IGrouping<string, SeedAnswer> kind in answers.GroupBy(answer => answer.Kind))
        {
            int Right(bool isPlanted, bool isFirstHalf) => kind.Count(answer => answer.IsRight && answer.Options.PlantCauses == isPlanted && answer.Options.Seed <= Seeds / 2 == isFirstHalf);
            page.AppendLine(CultureInfo.InvariantCulture, $"| {kind.Key} | {Right(true, true)} | {Right(true, false)} | {Right(false, true)} | {Right(false, false)} |");
        }

        page.AppendLine();
        foreach (SeedAnswer wrong in answers.Where(answer => !answer.IsRight))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"- {wrong.Kind}, seed {wrong.Options.Seed}{(wrong.Options.PlantCauses ? "" : " without")}: expected {wrong.Expected}, told {(wrong.Told.Length == 0 ? "nothing" : wrong.Told)}");
        }

        return page.ToString();
    }
}

/// <summary>What one company answered to one question.</summary>
/// <param name="Kind">What is planted.</param>
/// <param name="Options">The company.</param>
/// <param name="IsRight">Whether the cause came first, or nothing was told where nothing was planted.</param>
/// <param name="Expected">What had to come first.</param>
/// <param name="Told">What was told.</param>
internal sealed record SeedAnswer(string Kind, DemoOptions Options, bool IsRight, string Expected, string Told);
