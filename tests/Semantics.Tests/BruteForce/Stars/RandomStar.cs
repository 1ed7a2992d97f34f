using System.Globalization;
using ProdSales.Semantics;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.BruteForce.Stars;

/// <summary>A small star of random rows in a file of its own: the product's migrations, then plain INSERTs, the same for the same seed.</summary>
internal sealed class RandomStar : IDisposable
{
    private static readonly Lazy<byte[]> Empty = new(Migrated);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<(Fact, DateOnly), FactRows> _rows = [];
    private readonly Dictionary<string, MemberTable> _members = new(StringComparer.Ordinal);

    internal RandomStar(int seed)
    {
        Seed = seed;
        string path = _folder.File("star.duckdb");
        File.WriteAllBytes(path, Empty.Value);
        Connection = Opened(path);
        new RandomMembers(Connection, new Random(seed)).Insert();
        new RandomFacts(Connection, new Random(seed + 1)).Insert();
    }

    /// <summary>The days on which questions are asked: few, so that rows that depend on the day are read once for each.</summary>
    internal static IReadOnlyList<DateOnly> AskedOn { get; } = [new(2024, 2, 29), new(2025, 7, 15), new(2026, 3, 1)];

    internal int Seed { get; }

    internal DuckDbConnection Connection { get; }

    /// <summary>The rows of a fact as they are on the day of the question.</summary>
    internal FactRows RowsOf(Fact fact, DateOnly asOf)
    {
        asOf = fact.AsksForDay ? asOf : AskedOn[0];
        if (!_rows.TryGetValue((fact, asOf), out FactRows? rows))
        {
            string table = string.Create(CultureInfo.InvariantCulture, $"plain_{fact.Name}_{asOf:yyyyMMdd}");
            rows = new FactRows(Connection, fact, asOf, table);
            _rows.Add((fact, asOf), rows);
        }

        return rows;
    }

    /// <summary>The members of each key of a dimension of which a row may have several.</summary>
    internal ILookup<int, object?> BridgeOf(Dimension dimension, string column = "") => dimension.Bridge!.Others.FirstOrDefault(other => other.Key == column) is { } other ? Pairs(other) : Pairs(dimension.Bridge);

    private ILookup<int, object?> Pairs(DimensionBridge bridge) =>
        Sql.Rows(Connection, $"SELECT {bridge.Key}, {bridge.Value} FROM {bridge.Relation} AS b").ToLookup(row => Convert.ToInt32(row[0], CultureInfo.InvariantCulture), row => row[1]);

    /// <summary>The members of the table of a dimension.</summary>
    internal MemberTable MembersOf(Dimension dimension)
    {
        if (!_members.TryGetValue(dimension.Owner, out MemberTable? members))
        {
            members = new MemberTable(Connection, ModelReader.Shipped.Dimension(dimension.Owner)!);
            _members.Add(dimension.Owner, members);
        }

        return members;
    }

    public void Dispose()
    {
        Connection.Dispose();
        _folder.Dispose();
    }

    private static byte[] Migrated()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("empty.duckdb");
        using (DuckDbConnection connection = Opened(path))
        {
            foreach (string script in Directory.GetFiles(Repository.PathOf("warehouse", "Warehouse", "Migrations"), "*.sql", SearchOption.AllDirectories).OrderBy(Path.GetFileName, StringComparer.Ordinal))
            {
                connection.Execute(File.ReadAllText(script));
            }

            connection.Execute("CHECKPOINT");
        }

        return File.ReadAllBytes(path);
    }

    private static DuckDbConnection Opened(string path)
    {
        DuckDbConnection connection = new($"DataSource={path};threads=1;memory_limit=512MB");
        connection.Open();
        return connection;
    }
}
