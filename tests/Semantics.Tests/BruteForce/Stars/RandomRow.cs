namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>One random row of a fact: days over three years with the ends of months, years and a leap February, nulls wherever they are allowed.</summary>
internal sealed class RandomRow(Random random, IReadOnlyDictionary<string, int> keys)
{
    private static readonly DateOnly First = new(2023, 1, 1);

    private static readonly DateOnly[] Edges =
        [new(2023, 12, 31), new(2024, 1, 1), new(2024, 2, 28), new(2024, 2, 29), new(2024, 3, 1), new(2024, 12, 31), new(2025, 2, 28), new(2025, 3, 31), new(2025, 12, 31)];

    private readonly DateOnly[] _snapshots = [.. Enumerable.Range(0, 70).Select(_ => DayOf(random))];
    private DateOnly _day;
    private int _longest;

    internal object?[] Next(IReadOnlyList<StarColumn> columns, int number)
    {
        _day = columns[0].Table is "fact_inventory_day" ? _snapshots[random.Next(_snapshots.Length)] : DayOf(random);
        _longest = columns[0].Table.EndsWith("_interval", StringComparison.Ordinal) ? 6 : 200;
        return [.. columns.Select(column => Cell(column, number))];
    }

    private static DateOnly DayOf(Random random) => random.Next(8) == 0 ? Edges[random.Next(Edges.Length)] : First.AddDays(random.Next(1096));

    private object? Cell(StarColumn column, int number)
    {
        if (column.IsNullable && random.Next(6) == 0)
        {
            return null;
        }

        return column.Name switch
        {
            "source_key" => 1 + random.Next(2),
            "source_id" => Linked(column.Table["fact_".Length..], number),
            "version" or "batch_id" => 1,
            "currency" => random.Next(4) == 0 ? "EUR" : "CNY",
            "measure" => random.Next(5) == 0 ? "quantity" : "revenue",
            "method" => new[] { "naive", "statistical", "sales" }[random.Next(3)],
            "order_id" => Linked("order", random.Next(60)),
            _ when column.Name.EndsWith("_id", StringComparison.Ordinal) => Linked(Target(column.Name), 1 + random.Next(100)),
            _ when column.Name.EndsWith("_key", StringComparison.Ordinal) => random.Next(1 + keys.GetValueOrDefault(Dimension(column.Name))),
            _ => Plain(column),
        };
    }

    private object? Plain(StarColumn column) => column.Type switch
    {
        "DATE" => Day(column.Name),
        "TIMESTAMP" => _day.ToDateTime(new TimeOnly(random.Next(24), random.Next(60))).AddDays(random.Next(-1, 6)),
        "BOOLEAN" => random.Next(3) > 0,
        "DOUBLE" => random.Next(240) / 4.0,
        "BIGINT" => Whole(column.Name),
        "VARCHAR" => $"{column.Name} {random.Next(3)}",
        _ when column.Words.Count > 0 => column.Words[random.Next(column.Words.Count)],
        _ when column.Name.EndsWith("quantity", StringComparison.Ordinal) => random.Next(4) == 0 ? random.Next(50) / 10m : random.Next(6),
        _ => Amount(),
    };

    private decimal Amount() => random.Next(12) switch
    {
        0 => 0m,
        1 => -random.Next(1_000_000) / 10_000m,
        2 => 100m,
        _ => random.Next(90_000_000) / 10_000m,
    };

    private long Whole(string name) => name switch
    {
        "nps" => random.Next(11),
        "csat" => 1 + random.Next(5),
        "months_in_service" => random.Next(14),
        "grace_days" => random.Next(40),
        _ => random.Next(3),
    };

    // The first day of a row is its own; later ones lie about it. Periods are whole months.
    private DateOnly Day(string name) => name switch
    {
        "month" or "period_start" => new DateOnly(_day.Year, _day.Month, 1),
        "period_end" => new DateOnly(_day.Year, _day.Month, 1).AddMonths(1).AddDays(-1),
        "origin_date" => new DateOnly(_day.Year, _day.Month, 1).AddMonths(-random.Next(3)).AddDays(random.Next(2)),
        "day" => _day,
        "valid_to" => _day.AddDays(1 + random.Next(_longest)),
        "valid_from" or "created_date" or "ordered_date" or "invoice_date" or "captured_date" or "occurred_date" => _day,
        _ => _day.AddDays(random.Next(-10, 60)),
    };

    private static string Linked(string what, int number) => $"{what}-{number}";

    private static string Target(string column) => column[..^3] switch
    {
        "order_line" => "sales_order_line",
        string name => name,
    };

    private static string Dimension(string column) => column[..^4] switch
    {
        "owner" or "engineer" => "employee",
        "own_region" => "region",
        "from_stage" or "to_stage" => "stage",
        string name => name,
    };
}
