using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Holds a model against a star: every table and column that it names must be there.</summary>
public sealed class StarCheck
{
    private readonly DuckDbConnection _star;
    private readonly List<ModelDefect> _defects = [];

    private StarCheck(DuckDbConnection star) => _star = star;

    /// <summary>Every table and column that the model names and the star lacks; empty when both fit.</summary>
    /// <param name="model">The model.</param>
    /// <param name="star">A connection to a warehouse with the current schema; its rows are not read.</param>
    public static IReadOnlyList<ModelDefect> Defects(SemanticModel model, DuckDbConnection star)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(star);
        StarCheck check = new(star);
        foreach (IGrouping<string, Dimension> table in model.Dimensions.Where(dimension => dimension.Table is not null).GroupBy(dimension => dimension.Owner))
        {
            check.Check([.. table]);
        }

        foreach (IGrouping<Fact, Measure> measures in MeasuresByFact(model))
        {
            check.Check(measures.Key, measures);
        }

        foreach (Subject subject in model.Subjects)
        {
            foreach (BridgeRule bridge in subject.Guide.Bridges)
            {
                check.Check(bridge, subject.Measure(bridge.Of)!);
            }
        }

        foreach (Rollup rollup in model.Rollups)
        {
            check.Check(rollup);
        }

        return [.. check._defects.Distinct().OrderBy(defect => defect.Place.File, StringComparer.Ordinal).ThenBy(defect => defect.Place.Line)];
    }

    private static IEnumerable<IGrouping<Fact, Measure>> MeasuresByFact(SemanticModel model) =>
        model.Subjects.SelectMany(subject => subject.Measures)
            .SelectMany(measure => measure.Formula.Aggregates().Select(part => (part.Fact, Measure: measure)))
            .GroupBy(pair => pair.Fact, pair => pair.Measure);

    private void Check(Dimension[] dimensions)
    {
        DimensionTable table = dimensions[0].Table!;
        if (ColumnsOf(table.Name, dimensions[0].Place) is not { } columns)
        {
            return;
        }

        foreach (Dimension dimension in dimensions)
        {
            string?[] named = [table.Key, dimension.Column, dimension.Member?.DurableKey, dimension.Member?.Id, dimension.Member?.Order];
            Require(named.OfType<string>(), columns, table.Name, dimension.Place);
        }
    }

    private void Check(Fact fact, IEnumerable<Measure> measures)
    {
        if (ColumnsOf(fact.Relation, fact.Place) is not { } columns)
        {
            return;
        }

        foreach (string table in fact.Sources.Concat(measures.SelectMany(measure => measure.Needs)).Distinct(StringComparer.Ordinal).Where(table => table != fact.Relation))
        {
            ColumnsOf(table, fact.Place);
        }

        string?[] document = [fact.Document?.Id, fact.Document?.Line, fact.Document is null ? null : "source_key"];
        Require([fact.Time, .. fact.Keys, .. document.OfType<string>(), .. fact.Reach.Values, .. fact.Condition?.Columns ?? []], columns, fact.Name, fact.Place);
        foreach (Measure measure in measures)
        {
            IEnumerable<string> named = measure.Formula.Aggregates().Where(part => ReferenceEquals(part.Fact, fact))
                .SelectMany(part => part.Columns);
            Require(named, columns, fact.Name, measure.Place);
        }
    }

    private void Check(BridgeRule bridge, Measure measure)
    {
        Fact fact = measure.Formula.Aggregates().First().Fact;
        if (ColumnsOf(fact.Relation, fact.Place) is { } columns)
        {
            Require([bridge.Quantity, bridge.List, bridge.Net, bridge.Cost], columns, fact.Name, bridge.Place);
        }
    }

    // Sums of floating point differ with the order of their rows, and nothing tells when the rows of a view change.
    private void Check(Rollup rollup)
    {
        try
        {
            using DuckDbCommand kind = _star.CreateCommand("SELECT EXISTS (FROM duckdb_tables() WHERE table_name = $1)");
            kind.Parameters.Add("1", rollup.Fact.Relation);
            if (kind.ExecuteScalar() is not true)
            {
                _defects.Add(new(rollup.Place, "rollup-not-kept", $"\"{rollup.Fact.Relation}\" is no table of the star: what changes in it is not told, so no sums of it can be kept."));
                return;
            }

            using DuckDbCommand types = _star.CreateCommand($"DESCRIBE {rollup.Select} GROUP BY ALL");
            using DuckDbDataReader reader = types.ExecuteReader();
            while (reader.Read())
            {
                if (reader.GetString(1) is "DOUBLE" or "FLOAT" && rollup.Sums.Any(sum => sum.Column == reader.GetString(0)))
                {
                    _defects.Add(new(rollup.Place, "rollup-not-exact", $"\"{reader.GetString(0)}\" of rollup {rollup.Name} sums floating point: kept sums could differ from those of the rows."));
                }
            }
        }
        catch (WarehouseException error) when (error.Kind is WarehouseErrorKind.Statement)
        {
            _defects.Add(new(rollup.Place, "unknown-column", $"The rows of rollup {rollup.Name} cannot be read: {error.Message.Split('\n')[0]}"));
        }
    }

    private void Require(IEnumerable<string> named, HashSet<string> columns, string table, SourcePlace place)
    {
        foreach (string column in named.Where(column => !columns.Contains(column)))
        {
            _defects.Add(new(place, "unknown-column", $"\"{column}\" is no column of {table}; {Names.Nearest(column, columns)}."));
        }
    }

    private HashSet<string>? ColumnsOf(string relation, SourcePlace place)
    {
        try
        {
            using DuckDbCommand command = _star.CreateCommand($"SELECT * FROM {relation} AS t LIMIT 0");
            if (relation.Contains($"${SqlFragment.DayOfQuestion}", StringComparison.Ordinal))
            {
                command.Parameters.Add(SqlFragment.DayOfQuestion, DateOnly.MinValue);
            }

            using DuckDbDataReader reader = command.ExecuteReader();
            return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToHashSet(StringComparer.Ordinal);
        }
        catch (WarehouseException error) when (error.Kind is WarehouseErrorKind.Statement)
        {
            _defects.Add(new(place, "unknown-table", $"The rows cannot be read: {error.Message.Split('\n')[0]}"));
            return null;
        }
    }
}
