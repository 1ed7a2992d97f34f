using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>A random drill-down of one to four levels over any subject.</summary>
internal sealed class RandomDrill
{
    private static readonly TimeGrain[] Grains = [TimeGrain.Week, TimeGrain.Month, TimeGrain.Quarter, TimeGrain.Year];

    private readonly Random _random;

    internal RandomDrill(int seed)
    {
        _random = new Random(seed);
        Subject = Any(ModelReader.Shipped.Subjects);
        DateOnly from = new DateOnly(2024, 1, 1).AddDays(_random.Next(400));
        Period = new Period(from, from.AddDays(20 + _random.Next(400)));
        int count = 1 + _random.Next(4);
        int time = _random.Next(2 * count);
        Dimension[] dimensions = [.. Subject.Dimensions.OrderBy(_ => _random.Next())];
        Levels = [.. Enumerable.Range(0, count).Where(level => level == time || level < dimensions.Length).Select(level => Level(level == time ? null : dimensions[level]))];
    }

    internal Subject Subject { get; }

    internal Period Period { get; }

    internal IReadOnlyList<DrillLevel> Levels { get; }

    /// <summary>The question of some levels, each written in one way.</summary>
    internal string Question(IEnumerable<Func<string, string>> levels, string where = "") =>
        Asked(levels.Reverse().Aggregate("", (inner, write) => write(inner)), where);

    /// <summary>A question of the subject and its period.</summary>
    internal string Asked(string fields, string where = "") =>
        $"{{ subject: {Names.Camel(Subject.Name)}(period: {{ from: \"{Period.From:yyyy-MM-dd}\", to: \"{Period.To:yyyy-MM-dd}\" }}, asOf: \"2025-06-01\"{(where.Length == 0 ? "" : $", where: {{ {where} }}")}) {{ {fields} }} }}";

    private DrillLevel Level(Dimension? dimension)
    {
        // Doubles that are equal but for the last place would stand in either order.
        Measure[] exact = [.. Subject.Measures.Where(measure => measure.Unit is Unit.Money or Unit.Quantity or Unit.Count)];
        bool isOrdered = _random.Next(2) == 0;
        return new DrillLevel
        {
            Dimension = dimension,
            Grain = Any(Grains),
            EveryStep = dimension is null && _random.Next(2) == 0,
            Measures = [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Any(Subject.Measures)).Distinct()],
            Compared = _random.Next(3) == 0 ? Any(Comparison.All) : null,
            Direction = isOrdered ? _random.Next(2) == 0 ? "ASC" : "DESC" : null,
            OrderedBy = isOrdered && exact.Length > 0 && _random.Next(4) > 0 ? Any(exact) : null,
            Limited = exact.Length > 0 && _random.Next(3) == 0 ? Any(exact) : null,
            Test = Any(["gt", "gte", "lt", "lte"]),
            Limit = Any([0, 1, 2, 5, 100, 20_000]),
            First = _random.Next(2) == 0 ? 1 + _random.Next(4) : null,
        };
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
