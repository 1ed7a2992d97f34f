using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Evaluating;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>Holds the rows that DuckDB gave for a plan against those that were worked out in memory: which, in which order, with which values.</summary>
internal sealed class AnswerCheck
{
    private readonly QueryPlan _plan;
    private readonly SqlStatement _statement;
    private readonly List<object?[]> _rows;
    private int _next;

    private AnswerCheck(RandomStar star, MetricQuery query)
    {
        _plan = QueryPlanner.Plan(query);
        _statement = StatementSql.Of(_plan);
        _rows = Asked(star, _statement);
    }

    /// <summary>What is wrong with the answer, or null.</summary>
    internal static string? Of(RandomStar star, MetricQuery query)
    {
        try
        {
            AnswerCheck check = new(star, query);
            IReadOnlyList<(CutRequest Cut, IReadOnlyList<ExpectedRow> Rows)> expected = new CutEvaluator(star, query).Answer();
            return check.Differences(check._plan.Cuts, expected).FirstOrDefault() ?? check.Left();
        }
        catch (Warehouse.WarehouseException error)
        {
            return $"DuckDB refuses the statement: {error.Message}";
        }
    }

    private string? Left() => _next < _rows.Count ? $"{_rows.Count - _next} rows are left over, the first of cut {_rows[_next][0]}" : null;

    private IEnumerable<string> Differences(IReadOnlyList<PlannedCut> cuts, IReadOnlyList<(CutRequest Cut, IReadOnlyList<ExpectedRow> Rows)> expected)
    {
        foreach ((PlannedCut cut, (CutRequest Cut, IReadOnlyList<ExpectedRow> Rows) wanted) in cuts.Zip(expected))
        {
            foreach (string difference in Differences(cut, wanted.Rows))
            {
                yield return difference;
            }
        }
    }

    private IEnumerable<string> Differences(PlannedCut cut, IReadOnlyList<ExpectedRow> expected)
    {
        string[] own = [.. OwnColumns(cut.Request)];
        Dictionary<string, ExpectedRow> byName = expected.ToDictionary(row => Identity(own.Select(column => row.Names[column])), StringComparer.Ordinal);
        List<ExpectedRow> told = [];
        while (_next < _rows.Count && Convert.ToInt32(_rows[_next][0], CultureInfo.InvariantCulture) == cut.Index)
        {
            object?[] actual = _rows[_next++];
            string identity = Identity(own.Select(column => Text(actual[_statement.Position(column)])));
            if (!byName.Remove(identity, out ExpectedRow? row))
            {
                yield return $"cut {cut.Index} tells {identity}, which should not be there";
                yield break;
            }

            told.Add(row);
            foreach (string difference in Cells(cut, row, actual).Concat(Differences(cut.Cuts, row.Inner)))
            {
                yield return $"in {identity}: {difference}";
            }
        }

        foreach (string difference in RowOrder.Differences(cut.Request, told, [.. byName.Values]))
        {
            yield return $"cut {cut.Index}: {difference}";
        }
    }

    private IEnumerable<string> Cells(PlannedCut cut, ExpectedRow row, object?[] actual)
    {
        foreach ((string column, string? name) in row.Names)
        {
            if (Text(actual[_statement.Position(column)]) is var told && told != name)
            {
                yield return $"{column} is {told ?? "null"}, should be {name ?? "null"}";
            }
        }

        foreach (MeasureRequest request in cut.Request.Measures)
        {
            Number? expected = row.Values[request.Column];
            int position = _statement.Columns.ToList().IndexOf(request.Column);
            Number? told = position < 0 ? null : Number.From(actual[position]);
            bool isEqual = (told, expected) switch
            {
                (null, null) => true,
                ({ } a, { } b) => a.IsAbout(b, request.Measure.Unit is Unit.Money or Unit.Quantity && !b.IsExact ? 0.0001 : 0),
                _ => false,
            };
            if (!isEqual)
            {
                yield return $"{request.Column} is {told?.ToString() ?? "null"}, should be {expected?.ToString() ?? "null"}";
            }
        }
    }

    // The key that the cut itself adds.
    private static IEnumerable<string> OwnColumns(CutRequest cut) => cut switch
    {
        { Grain: not null } => ["period"],
        { Dimension: { } dimension } => cut.Fields.Where(field => field.Dimension == dimension).Select(field => field.Column).Distinct(),
        _ => [],
    };

    private static string Identity(IEnumerable<string?> names) => $"({string.Join(", ", names.Select(name => name ?? "unknown"))})";

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static List<object?[]> Asked(RandomStar star, SqlStatement statement)
    {
        using Warehouse.Provider.DuckDbCommand command = statement.CommandOn(star.Connection);
        using Warehouse.Provider.DuckDbDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is var value && value is DBNull ? null : value)]);
        }

        return rows;
    }
}
