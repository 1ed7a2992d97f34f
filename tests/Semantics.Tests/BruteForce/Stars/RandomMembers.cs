using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>Random members of every dimension: several versions, namesakes, inferred ones that nothing is known of, missing attributes.</summary>
internal sealed class RandomMembers(DuckDbConnection connection, Random random)
{
    private const int MostMembers = 5;

    private static readonly string[] WithHistory =
        ["organisation", "employee", "customer", "product", "work_centre", "stage", "device", "contract", "fault", "stock_location"];

    internal void Insert()
    {
        connection.Execute("INSERT INTO dim_source_system VALUES (1, 'erp'), (2, 'crm')");
        connection.Execute("INSERT INTO dim_region VALUES (1, 'East'), (2, 'South'), (3, 'North')");
        foreach (string name in WithHistory)
        {
            IReadOnlyList<StarColumn> columns = StarColumn.Of(connection, $"dim_{name}");
            Sql.Insert(connection, $"dim_{name}", [.. columns.Select(column => column.Name)], [.. Versions(name, columns)]);
        }
    }

    private IEnumerable<object?[]> Versions(string name, IReadOnlyList<StarColumn> columns)
    {
        int key = 0;
        int members = random.Next(2, MostMembers + 1);
        for (int member = 1; member <= members; member++)
        {
            bool isInferred = random.Next(6) == 0;
            DateOnly[] changes = isInferred ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => new DateOnly(2023, 3, 1).AddDays(random.Next(900))).Distinct().Order()];
            for (int version = 0; version <= changes.Length; version++)
            {
                key++;
                DateOnly from = version == 0 ? new DateOnly(1, 1, 1) : changes[version - 1];
                DateOnly to = version == changes.Length ? new DateOnly(9999, 12, 31) : changes[version];
                yield return [.. columns.Select(column => Cell(name, column, key, member, from, to, isInferred))];
            }
        }
    }

    private object? Cell(string name, StarColumn column, int key, int member, DateOnly from, DateOnly to, bool isInferred) => column.Name switch
    {
        _ when column.Name == $"{name}_key" => key,
        _ when column.Name == $"{name}_durable_key" => member,
        _ when column.Name == $"{name}_id" => $"{name[..2].ToUpperInvariant()}{member}",
        "source_key" => name == "stage" ? 1 : 1 + random.Next(2),
        "batch_id" => 1,
        "valid_from" => from,
        "valid_to" => to,
        "is_current" => to.Year == 9999,
        "is_inferred" => isInferred,
        _ when isInferred && column.IsNullable => null,
        "name" => $"{name} {(char)('a' + random.Next(4))}",
        "sequence" => member,
        "grace_days" => random.Next(3) == 0 ? null : random.Next(40),
        _ when column.Name.EndsWith("_durable_key", StringComparison.Ordinal) => 0,
        _ when column.IsNullable && random.Next(5) == 0 => null,
        "region" => new[] { "East", "South", "North" }[random.Next(3)],
        _ when column.Words.Count > 0 => column.Words[random.Next(column.Words.Count)],
        _ when column.Type == "VARCHAR" => $"{column.Name} {random.Next(3)}",
        _ => null,
    };
}
