using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Holds a model against a star: every table and column that it names must be there, and of the type that its use asks for.</summary>
public sealed class StarCheck
{
    private static readonly string[] Integers = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"];

    private readonly DuckDbConnection _star;
    private readonly List<ModelDefect> _defects = [];

    private StarCheck(DuckDbConnection star) => _star = star;

    /// <summary>Every table and column that the model names and the star lacks, and every measure of users that the engine refuses; empty when both fit.</summary>
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

        foreach (Dimension dimension in model.Dimensions.Where(dimension => dimension.Bridge is not null))
        {
            foreach (DimensionBridge bridge in dimension.Bridge!.All)
            {
                check.Check(dimension, bridge);
            }
        }

        foreach (IGrouping<Fact, Measure> measures in MeasuresByFact(model))
        {
            check.Check(model, measures.Key, measures);
        }

        foreach (Subject subject in model.Subjects)
        {
            foreach (BridgeRule bridge in subject.Guide.Bridges)
            {
                check.Check(bridge, subject.Measure(bridge.Of)!);
            }
        }

        check._defects.AddRange(new MaskCheck(model, star).Defects());
        check._defects.AddRange(model.Rollups.Select(rollup => RollupCheck.Defect(rollup, star)).OfType<ModelDefect>());
        // What the product ships is bound by its tests.
        check._defects.AddRange(BindingCheck.Defects(model.Subjects.SelectMany(subject => subject.Measures).Where(measure => measure.Place.IsUsers), model, check._defects, star));
        return [.. check._defects.Distinct().OrderBy(defect => defect.Place.File, StringComparer.Ordinal).ThenBy(defect => defect.Place.Line)];
    }

    private static IEnumerable<IGrouping<Fact, Measure>> MeasuresByFact(SemanticModel model) =>
        model.Subjects.SelectMany(subject => subject.Measures)
            .SelectMany(measure => measure.Aggregates().Select(part => (part.Fact, Measure: measure)))
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

    private void Check(Dimension dimension, DimensionBridge bridge)
    {
        if (ColumnsOf(bridge.Relation, dimension.Place) is { } columns)
        {
            Require([bridge.Key, bridge.Value], columns, dimension.Name, dimension.Place);
        }
    }

    private void Check(SemanticModel model, Fact fact, IEnumerable<Measure> measures)
    {
        if (!IsOneSelect(fact.Relation, "source", fact.Place) || (fact.Days is { } said && !IsOneSelect($"({said})", "days", fact.Place)) || ColumnsOf(fact.Relation, fact.Place) is not { } columns)
        {
            return;
        }

        RequireType(fact.Time, type => type == "DATE", StarFaults.Date, columns, fact.Place);
        foreach (string key in fact.Reach.Where(reach => model.Dimension(reach.Key) is { Table: not null } dimension && dimension.Owner == dimension.Name).Select(reach => reach.Value))
        {
            RequireType(key, type => Integers.Contains(type), StarFaults.Key, columns, fact.Place);
        }

        foreach (string table in fact.Sources.Concat(measures.SelectMany(measure => measure.Needs)).Distinct(StringComparer.Ordinal).Where(table => table != fact.Relation))
        {
            ColumnsOf(table, fact.Place);
        }

        string?[] document = [fact.Document?.Id, fact.Document?.Line, fact.Document is null ? null : "source_key"];
        if (fact.Days is { } days && ColumnsOf($"({days})", fact.Place) is { } dated)
        {
            Require(["day"], dated, $"{fact.Name}.days", fact.Place);
            RequireType("day", type => type == "DATE", StarFaults.Date, dated, fact.Place);
        }

        Require([fact.Time, .. fact.Series is { } series ? [series.Column] : (string[])[], .. fact.Keys, .. document.OfType<string>(), .. fact.Reach.Values, .. fact.Condition?.Columns ?? []], columns, fact.Name, fact.Place);
        foreach (Measure measure in measures)
        {
            IEnumerable<string> named = measure.Aggregates().Where(part => ReferenceEquals(part.Fact, fact))
                .SelectMany(part => part.Columns);
            Require(named, columns, fact.Name, measure.Place);
        }
    }

    private void Check(BridgeRule bridge, Measure measure)
    {
        Fact fact = measure.Aggregates().First().Fact;
        if (ColumnsOf(fact.Relation, fact.Place) is { } columns)
        {
            Require(bridge.Columns, columns, fact.Name, bridge.Place);
        }
    }

    private void Require(IEnumerable<string> named, Dictionary<string, string> columns, string table, SourcePlace place)
    {
        foreach (string column in named.Where(column => !columns.ContainsKey(column)))
        {
            _defects.Add(UnknownFaults.Column(table, column, columns.Keys).At(place));
        }
    }

    private void RequireType(string column, Func<string, bool> isRight, LocalisedText wanted, Dictionary<string, string> columns, SourcePlace place)
    {
        if (columns.TryGetValue(column, out string? type) && !isRight(type))
        {
            _defects.Add(StarFaults.OtherType(column, type, wanted).At(place));
        }
    }

    // A statement stands in parentheses within others: what closes them, or follows a semicolon, would be run as well.
    private bool IsOneSelect(string relation, string key, SourcePlace place)
    {
        if (!relation.StartsWith('('))
        {
            return true;
        }

        using DuckDbCommand command = _star.CreateCommand("SELECT coalesce(json_array_length(json_serialize_sql(CAST($text AS VARCHAR)) -> '$.statements'), 0) = 1");
        command.Parameters.Add("text", relation[1..^1]);
        bool isOne = (bool)command.ExecuteScalar()!;
        if (!isOne)
        {
            _defects.Add(StarFaults.NotOneSelect(key).At(place));
        }

        return isOne;
    }

    private Dictionary<string, string>? ColumnsOf(string relation, SourcePlace place)
    {
        try
        {
            using DuckDbCommand command = _star.CreateCommand($"SELECT * FROM {relation} AS t LIMIT 0");
            if (relation.Contains($"${SqlFragment.DayOfQuestion}", StringComparison.Ordinal))
            {
                command.Parameters.Add(SqlFragment.DayOfQuestion, DateOnly.MinValue);
            }

            using DuckDbDataReader reader = command.ExecuteReader();
            return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetDataTypeName, StringComparer.Ordinal);
        }
        catch (WarehouseException error) when (error.Kind is WarehouseErrorKind.Statement)
        {
            _defects.Add(StarFaults.RowsUnreadable(error.Message.Split('\n')[0]).At(place));
            return null;
        }
    }
}
