using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Plans all rows of a number as one flat table: the rows that <see cref="RowReader"/> pages through, in the same order, for the same eyes.</summary>
public sealed class RowTable
{
    private readonly SqlParameters _parameters = new();
    private readonly Dictionary<(RowGroup Group, string Name), string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "row_scan", "row_place" };
    private readonly QueryPlan _plan;
    private readonly RowRequest _request;
    private readonly IReadOnlyList<RowGroup> _groups;

    private RowTable(QueryPlan plan, RowRequest request, IReadOnlyList<RowGroup> groups)
    {
        _plan = plan;
        _request = request;
        _groups = groups;
    }

    /// <summary>The statement of the table, or why there is none.</summary>
    /// <param name="model">The model that the measure is of.</param>
    /// <param name="request">The number; its page does not count.</param>
    /// <param name="groups">What to tell of each row, in this order.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    public static (SqlStatement? Statement, RowRefusal? Refusal) Of(
        SemanticModel model, RowRequest request, IReadOnlyList<RowGroup> groups, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(connection);
        (QueryPlan? plan, RowRefusal? refusal) = RowPlanning.Plan(model, request, connection, cancellationToken);
        return plan is null ? (null, refusal) : (new RowTable(plan, request, groups).Statement(model), null);
    }

    private SqlStatement Statement(SemanticModel model)
    {
        StatementTables beside = new(_plan.Query, _parameters);
        RowSql[] scans = [.. _plan.Scans.Select(scan => new RowSql(_plan.Query, scan, model.Dimensions, _parameters, beside))];
        string[] selects = [.. scans.Select((sql, index) => sql.TableText(index, [.. Columns(sql, _plan.Scans[index].Source.Fact)]))];
        string[] columns = [.. _groups.SelectMany(group => _names.Where(name => name.Key.Group == group).Select(name => name.Value))];
        IEnumerable<(string Name, string Select)> tables = scans.SelectMany(sql => sql.Tables()).DistinctBy(table => table.Name);
        string with = string.Join(",\n", tables.Select(table => $"{table.Name} AS (\n{CutSql.Indented(table.Select)}\n)"));
        string told = $"SELECT {string.Join(",\n    ", columns.Select(SqlNames.Quoted))}\nFROM (\n{CutSql.Indented(string.Join("\nUNION ALL BY NAME\n", selects))}\n) AS t\nORDER BY row_scan, row_place";
        return new SqlStatement(with.Length == 0 ? told : $"WITH {with}\n{told}", _parameters.Values, columns);
    }

    private IEnumerable<string> Columns(RowSql sql, Fact fact)
    {
        foreach (RowGroup group in _groups.Distinct())
        {
            foreach ((string name, string value) in Values(group, sql, fact))
            {
                yield return $"{value} AS {SqlNames.Quoted(NameOf(group, name))}";
            }
        }
    }

    private IEnumerable<(string Name, string Value)> Values(RowGroup group, RowSql sql, Fact fact)
    {
        Aggregate[] parts = [.. _request.Measure.Formula.Aggregates().Distinct()];
        Decomposition? form = Decomposition.Of(_request.Measure.Formula);
        return group switch
        {
            RowGroup.Fact => [("fact", _parameters.Next("fact_name", fact.Name))],
            RowGroup.Day => [("day", "p.business_day")],
            RowGroup.Keys => fact.Keys.Select((key, index) => (key, $"p.key_{index}")).Where(key => !fact.Reach.Values.Contains(key.key)),
            RowGroup.Members => sql.Dimensions.SelectMany(RowSql.MemberColumns),
            RowGroup.Columns => sql.Columns.Select(column => (column, $"p.{SqlNames.Quoted($"column_{column}")}")),
            RowGroup.Numerator => form is null ? [] : [("numerator", Sum(form.Numerator, sql))],
            RowGroup.Denominator => form?.Denominator is { } below ? [("denominator", Sum(below, sql))] : [],
            RowGroup.Adds => parts.Select((part, index) => ($"adds_{index + 1}", Array.IndexOf(sql.Parts, part))).Where(part => part.Item2 >= 0).Select(part => (part.Item1, $"p.adds_{part.Item2}")),
            _ => fact.Document is null ? [] : [("document_system", "document_system.source_system"), ("document_id", "p.document_id"), ("document_line", "p.document_line")],
        };
    }

    private string Sum(LinearForm sum, RowSql sql)
    {
        string[] terms = [.. sum.Terms.Where(term => sql.Parts.Contains(term.Aggregate)).Select(term => $"coalesce(p.adds_{Array.IndexOf(sql.Parts, term.Aggregate)}, 0) * {_parameters.Next("factor", term.Factor)}")];
        return terms.Length == 0 ? "0" : string.Join(" + ", terms);
    }

    // The second of a name gets a number; the same thing of another fact has the same name.
    private string NameOf(RowGroup group, string name)
    {
        if (_names.TryGetValue((group, name), out string? given))
        {
            return given;
        }

        string free = name;
        for (int number = 2; !_taken.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return _names[(group, name)] = free;
    }
}
