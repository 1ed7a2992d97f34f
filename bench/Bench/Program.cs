using System.Globalization;
using ProdSales.Bench;
using ProdSales.Bench.Costs;
using ProdSales.Bench.Drill;
using ProdSales.Bench.Explain;
using ProdSales.Bench.Explain.Seeds;
using ProdSales.Bench.Flood;
using ProdSales.Bench.Load;
using ProdSales.Bench.Models;
using ProdSales.Bench.Read;
using ProdSales.Bench.Rollups;
using ProdSales.Bench.Screen;
using ProdSales.Bench.Serve;
using ProdSales.Bench.Soak;
using ProdSales.Bench.Ssb;
using ProdSales.Bench.Wide;

if (args is [ListServer.Argument, string kind])
{
    ListServer.Run(isEngine: kind == "engine");
    return 0;
}

IBenchmark[] benchmarks =
[
    new LoadBenchmark(), new LoadMemoryBenchmark(), new DrillBenchmark(), new ReadBenchmark(), new StagedFilesBenchmark(), new ExplainBenchmark(), new ScreenBenchmark(), new RollupBenchmark(), new ServeBenchmark(), new WideBenchmark(), new FloodBenchmark(),
];
string? name = args.FirstOrDefault(argument => !argument.StartsWith('-'));
int scaleAt = Array.IndexOf(args, "--scale");
double scale = scaleAt >= 0 ? double.Parse(args[scaleAt + 1], CultureInfo.InvariantCulture) : 10;
string results = Environment.GetEnvironmentVariable("BENCH_RESULTS") ?? "bench/results";

if (name == SoakServer.Name)
{
    return await SoakServer.RunAsync(args[1]);
}

if (name == SoakBenchmark.Name)
{
    return await SoakBenchmark.RunAsync(args, results);
}

if (name == ModelsBenchmark.Name)
{
    return ModelsBenchmark.Run(args, results);
}

if (name == ExplainSeeds.Name)
{
    int companiesAt = Array.IndexOf(args, "--companies");
    DirectoryInfo? made = companiesAt >= 0 ? null : Directory.CreateTempSubdirectory("prodsales-bench-");
    try
    {
        string page = ExplainSeeds.Page(made?.FullName ?? args[companiesAt + 1]);
        Console.Write(page);
        Directory.CreateDirectory(results);
        File.WriteAllText(Path.Combine(results, $"{ExplainSeeds.Name}.md"), page);
    }
    finally
    {
        made?.Delete(recursive: true);
    }

    return 0;
}

if (name is SsbBenchmark.Name or CostsBenchmark.Name)
{
    int rowsAt = Array.IndexOf(args, "--rows");
    long? rows = rowsAt < 0 ? null : long.Parse(args[rowsAt + 1], CultureInfo.InvariantCulture);
    Directory.CreateDirectory(results);
    foreach (string page in name == SsbBenchmark.Name ? SsbBenchmark.Pages(rows) : CostsBenchmark.Pages(rows))
    {
        Console.Write(page);
        File.WriteAllText(Path.Combine(results, $"{name}.md"), page);
    }

    return 0;
}

IBenchmark[] chosen = [.. benchmarks.Where(benchmark => name is null || benchmark.Name == name)];
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"No benchmark is named '{name}'. There are: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name).Append(ExplainSeeds.Name).Append(SsbBenchmark.Name).Append(CostsBenchmark.Name).Append(ModelsBenchmark.Name).Append(SoakBenchmark.Name))}.");
    return 2;
}

foreach (IBenchmark benchmark in chosen)
{
    string work = Directory.CreateTempSubdirectory("prodsales-bench-").FullName;
    try
    {
        List<RatioRow> rows = [.. benchmark.Run(work, scale)];
        string page = ResultPage.Of(benchmark, scale, rows);
        Console.Write(page);
        Directory.CreateDirectory(results);
        File.WriteAllText(Path.Combine(results, $"{benchmark.Name}.md"), page);
    }
    finally
    {
        Directory.Delete(work, recursive: true);
    }
}

return 0;
