using System.Collections.Frozen;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Finds the tables of the warehouse that statements name. A word that only looks like a table counts as one: an answer may be thrown away too early, never too late.</summary>
/// <param name="Relations">Every table and view; of a view its text, and of a rollup the statement that fills it.</param>
internal sealed record StarTables(FrozenDictionary<string, string?> Relations)
{
    /// <summary>Reads which tables there are.</summary>
    internal static Task<StarTables> ReadAsync(ReaderPool readers, CancellationToken cancellationToken) =>
        readers.ListenAsync(_ => { }, () => readers.ReadAsync(Read, cancellationToken));

    /// <summary>The facts and dimensions behind the texts; null when they name anything else, of which nobody tells when it changes.</summary>
    internal IReadOnlySet<string>? NamedIn(IEnumerable<string> texts)
    {
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        return texts.All(text => Add(text, found)) ? found.ToFrozenSet(StringComparer.Ordinal) : null;
    }

    private bool Add(string text, HashSet<string> found)
    {
        foreach (string name in Words(text).Where(Relations.ContainsKey).Distinct(StringComparer.OrdinalIgnoreCase).ToArray())
        {
            if (!IsTold(name) || (found.Add(name) && Relations[name] is { } behind && !Add(behind, found)))
            {
                return false;
            }
        }

        return true;
    }

    // A rollup changes with its fact, or with the dimension whose attributes it holds.
    private bool IsTold(string name) => Starts(name, "fact_") || Starts(name, "dim_") || (Starts(name, "rollup_") && Relations[name] is not null);

    private static bool Starts(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isPart = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (isPart && start < 0)
            {
                start = i;
            }
            else if (!isPart && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private static StarTables Read(DuckDbConnection connection, CancellationToken token)
    {
        using DuckDbCommand command = connection.CreateCommand(
            """
            SELECT t.table_name, r.row_select AS text FROM duckdb_tables() AS t LEFT JOIN rollup AS r ON r.table_name = t.table_name
            UNION ALL
            SELECT view_name, sql FROM duckdb_views() WHERE NOT internal
            """);
        using DuckDbDataReader reader = command.ExecuteReader(token);
        Dictionary<string, string?> relations = new(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            relations[reader.GetString(0)] = reader.IsDBNull(1) ? null : reader.GetString(1);
        }

        return new StarTables(relations.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }
}
