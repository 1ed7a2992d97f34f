using System.Text.RegularExpressions;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Holds the masked columns of roles against a star: each must be there, and none may be told through a view of its table.</summary>
internal sealed class MaskCheck(SemanticModel model, DuckDbConnection star)
{
    private readonly Measure[] _measures = [.. model.Subjects.SelectMany(subject => subject.Measures)];

    /// <summary>What is wrong with the masks of all roles.</summary>
    internal IReadOnlyList<ModelDefect> Defects() =>
        [.. model.Roles.SelectMany(role => role.MaskedColumns.Order(StringComparer.Ordinal).SelectMany(column => Defects(role, column.Split('.')[0], column.Split('.')[1])))];

    private IEnumerable<ModelDefect> Defects(Role role, string table, string column)
    {
        string[] columns = Texts("SELECT column_name FROM duckdb_columns() WHERE table_name = $table", ("table", table));
        if (!columns.Contains(column))
        {
            yield return UnknownFaults.MaskedColumn(role.Name, table, column, columns).At(role.Place);
        }

        foreach (string view in ViewsOf(table, column))
        {
            if (Array.Find(_measures, measure => !role.MaskedMeasures.Contains(measure.QualifiedName) && Reads(measure, view, column)) is { } told)
            {
                yield return RoleFaults.ToldByView(role.Name, table, column, view, told.QualifiedName).At(role.Place);
            }
        }
    }

    // What a view makes of a column is not looked into: one of the same name counts as the same.
    private string[] ViewsOf(string table, string column) => Texts(
        """
        SELECT v.view_name FROM duckdb_views() AS v
        INNER JOIN duckdb_columns() AS c ON c.table_name = v.view_name AND c.column_name = $column
        WHERE NOT v.internal AND regexp_matches(v.sql, '\b' || $table || '\b')
        ORDER BY v.view_name
        """,
        ("table", table),
        ("column", column));

    private static bool Reads(Measure measure, string view, string column) => measure.Aggregates().Any(part => part.Fact.Tables.Contains(view)
        && (part.Columns.Contains(column) || Regex.IsMatch(part.Fact.Relation, $@"\b{Regex.Escape(column)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));

    private string[] Texts(string sql, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        using DuckDbCommand command = star.CreateCommand(sql);
        foreach ((string name, string value) in parameters)
        {
            command.Parameters.Add(name, value);
        }

        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return [.. texts];
    }
}
