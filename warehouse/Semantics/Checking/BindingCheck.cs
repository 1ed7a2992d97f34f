using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Has the engine plan the statement of each measure, cut by everything that it can be cut by, and runs none.</summary>
internal static class BindingCheck
{
    private static readonly DateOnly SomeDay = new(2024, 1, 1);

    /// <summary>The measures whose statement the engine refuses: unknown functions, values of the wrong type.</summary>
    /// <param name="measures">The measures to plan.</param>
    /// <param name="model">Their model.</param>
    /// <param name="known">What is wrong with the model already: the measures and facts that it names are passed over.</param>
    /// <param name="star">A connection to the warehouse.</param>
    internal static IReadOnlyList<ModelDefect> Defects(IEnumerable<Measure> measures, SemanticModel model, IReadOnlyCollection<ModelDefect> known, DuckDbConnection star)
    {
        HashSet<SourcePlace> faulty = [.. known.Select(defect => defect.Place)];
        bool IsSound(Measure measure) =>
            !faulty.Contains(measure.Place) && measure.Aggregates().All(part => !faulty.Contains(part.Fact.Place));
        return [.. measures.Where(IsSound).Select(measure => Refused(measure, model, star)).OfType<ModelDefect>()];
    }

    private static ModelDefect? Refused(Measure measure, SemanticModel model, DuckDbConnection star)
    {
        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(Question(measure, model.Subject(measure.Subject)!)));
        try
        {
            using DuckDbCommand command = (statement with { Text = $"EXPLAIN {statement.Text}" }).CommandOn(star);
            command.ExecuteScalar();
            return null;
        }
        catch (WarehouseException error) when (error.Kind is WarehouseErrorKind.Statement)
        {
            return StarFaults.FormulaRefused(error.Message.Split('\n')[0]).At(measure.Place);
        }
    }

    private static MetricQuery Question(Measure measure, Subject subject)
    {
        MeasureRequest[] asked = [new(measure)];
        IEnumerable<CutRequest> cuts = subject.Dimensions.Where(dimension => measure.Aggregates().All(part => part.Fact.Reaches(dimension)))
            .Select(dimension => new CutRequest { Dimension = dimension, Measures = asked, Fields = [new CutField(dimension, IsId: false)] });
        return new MetricQuery
        {
            Subject = subject,
            Period = new Period(SomeDay, SomeDay),
            AsOf = SomeDay,
            Cuts = [new CutRequest { Measures = asked }, new CutRequest { Grain = TimeGrain.Month, Measures = asked }, .. cuts],
        };
    }
}
