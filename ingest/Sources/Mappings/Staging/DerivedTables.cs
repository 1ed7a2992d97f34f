using System.Text.Json;
using ProdSales.Sources.Mappings.Declaration;

namespace ProdSales.Sources.Mappings.Staging;

/// <summary>Finds the order in which derived tables can be made: each after those that it reads.</summary>
internal sealed class DerivedTables(StagingSql staging, MappingDeclaration mapping, IReadOnlySet<string> broken, ProblemList problems)
{
    private readonly Dictionary<string, TableDeclaration> _tables = mapping.Tables.ToDictionary(
        table => table.Name,
        StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<string>> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DerivedTable> _order = [];
    private readonly HashSet<string> _done = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<string> _path = new();
    private readonly HashSet<string> _broken = new(broken, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the order that <see cref="InOrder"/> has found.</summary>
    internal IReadOnlyList<DerivedTable> Order => _order;

    /// <summary>Returns the derived tables in an order that works, without those that problems were noted for.</summary>
    internal IReadOnlyList<DerivedTable> InOrder()
    {
        DerivedTable[] derived = [.. mapping.Tables.OfType<DerivedTable>()];
        foreach (DerivedTable table in derived)
        {
            _sources[table.Name] = ParseSources(table);
        }

        foreach (DerivedTable table in derived)
        {
            Visit(table);
        }

        return _order;
    }

    /// <summary>Returns the tables that the SQL of a derived table reads.</summary>
    internal IReadOnlyList<string> SourcesOf(string name) => _sources[name];

    /// <summary>Returns the staged tables that a table is made of: itself, or all that its SQL reads, near and far.</summary>
    internal IReadOnlySet<string> FilesBehind(string name)
    {
        HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        Stack<string> open = new([name]);
        while (open.TryPop(out string? next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            foreach (string source in _sources.GetValueOrDefault(next) ?? [])
            {
                open.Push(source);
            }

            if (!_sources.ContainsKey(next))
            {
                files.Add(next);
            }
        }

        return files;
    }

    private void Visit(DerivedTable table)
    {
        if (_path.Contains(table.Name, StringComparer.OrdinalIgnoreCase))
        {
            string circle = string.Join(" -> ", _path.Reverse().SkipWhile(name => name != table.Name).Append(table.Name));
            _broken.UnionWith(_path);
            problems.Add(
                table.Line,
                MappingProblemCodes.CircularTable,
                $"The table \"{table.Name}\" is derived from itself: {circle}. A table may read only tables that do not read it.");
            return;
        }

        if (!_done.Add(table.Name))
        {
            return;
        }

        _path.Push(table.Name);
        foreach (string source in _sources[table.Name])
        {
            if (_tables[source] is DerivedTable next)
            {
                Visit(next);
            }
        }

        _path.Pop();
        if (!_broken.Contains(table.Name) && !_sources[table.Name].Any(_broken.Contains))
        {
            _order.Add(table);
        }
        else
        {
            _broken.Add(table.Name);
        }
    }

    private List<string> ParseSources(DerivedTable table)
    {
        using JsonDocument tree = JsonDocument.Parse(staging.SyntaxTree(table.Sql));
        if (tree.RootElement.GetProperty("error").GetBoolean())
        {
            string reason = tree.RootElement.GetProperty("error_message").GetString()!;
            _broken.Add(table.Name);
            problems.Add(table.Line, MappingProblemCodes.BadSql, $"table \"{table.Name}\": {reason}; it must be one SELECT of DuckDB.");
            return [];
        }

        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> own = new(StringComparer.OrdinalIgnoreCase);
        Collect(tree.RootElement, names, own);
        List<string> sources = [];
        foreach (string name in names.Where(name => !own.Contains(name)))
        {
            if (_tables.ContainsKey(name))
            {
                sources.Add(name);
            }
            else
            {
                _broken.Add(table.Name);
                problems.Add(
                    table.Line,
                    MappingProblemCodes.UnknownTable,
                    $"table \"{table.Name}\" reads the unknown table \"{name}\"; {NearName.Hint(name, _tables.Keys)}.");
            }
        }

        return sources;
    }

    private static void Collect(JsonElement node, HashSet<string> tables, HashSet<string> own)
    {
        if (node.ValueKind is JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
            {
                Collect(item, tables, own);
            }
        }
        else if (node.ValueKind is JsonValueKind.Object)
        {
            if (
                node.TryGetProperty("type", out JsonElement type) && type.ValueKind is JsonValueKind.String && type.ValueEquals("BASE_TABLE"))
            {
                tables.Add(node.GetProperty("table_name").GetString()!);
            }

            foreach (JsonProperty property in node.EnumerateObject())
            {
                if (property.NameEquals("cte_map"))
                {
                    own.UnionWith(
                        property.Value.GetProperty("map").EnumerateArray().Select(entry => entry.GetProperty("key").GetString()!));
                }

                Collect(property.Value, tables, own);
            }
        }
    }
}
