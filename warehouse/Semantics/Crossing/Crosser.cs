using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Holds two measures against each other.</summary>
public static class Crosser
{
    /// <summary>Answers a cross, or says why it cannot be answered.</summary>
    /// <param name="model">The model that the cross is of.</param>
    /// <param name="request">The cross, its days and conditions.</param>
    /// <param name="connection">A connection to the warehouse.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    public static CrossOutcome Answer(SemanticModel model, CrossRequest request, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(connection);
        Cross cross = request.Cross;
        Dimension by = request.By ?? cross.By[0];
        if (!cross.By.Contains(by))
        {
            return new(null, CrossRefusal.DimensionNotCrossed(cross, by));
        }

        if (request.Lag < 0 || request.Lag > (cross.Step is null ? 0 : CrossRefusal.MostLag))
        {
            return new(null, CrossRefusal.LagOutOfRange(cross, request.Lag));
        }

        CrossReading reading = new(model, request, by, connection, cancellationToken);
        (Dictionary<CrossKey, double> x, CrossRefusal? noX) = reading.Read(cross.X, request.Period);
        (Dictionary<CrossKey, double> y, CrossRefusal? noY) = reading.Read(cross.Y, Later(request));
        (Dictionary<CrossKey, double> control, CrossRefusal? noControl) = cross.Control is { } held ? reading.Read(held, request.Period) : ([], null);
        return (noX ?? noY ?? noControl) is { } refusal
            ? new(null, refusal)
            : new(Answer(request, by, (x, y, control), reading.Statements), null);
    }

    private static CrossAnswer Answer(
        CrossRequest request,
        Dimension by,
        (Dictionary<CrossKey, double> X, Dictionary<CrossKey, double> Y, Dictionary<CrossKey, double> Control) values,
        IReadOnlyList<string> statements)
    {
        List<CrossCell> cells = [];
        foreach ((CrossKey key, double x) in values.X)
        {
            if (values.Y.TryGetValue(key with { Step = Shifted(key.Step, request) }, out double y))
            {
                cells.Add(new CrossCell(key.Id, key.Name, key.Step, x, y, values.Control.TryGetValue(key, out double control) ? control : null));
            }
        }

        CrossCell[] ordered = [.. cells.OrderBy(cell => cell.Name, StringComparer.Ordinal).ThenBy(cell => cell.Id, StringComparer.Ordinal).ThenBy(cell => cell.Step)];
        return new CrossAnswer
        {
            Request = request,
            By = by,
            Cells = ordered,
            Incomplete = values.X.Count + values.Y.Count - (2 * ordered.Length),
            Overall = Correlating.Overall(ordered),
            Within = request.Cross.Step is null ? null : Correlating.Within(ordered),
            Partial = request.Cross.Control is null ? null : Correlating.Partial(ordered),
            Sql = statements,
        };
    }

    private static Period Later(CrossRequest request) => request.Lag == 0
        ? request.Period
        : new Period(Shifted(request.Period.From, request)!.Value, Shifted(request.Period.To.AddDays(1), request)!.Value.AddDays(-1));

    private static DateOnly? Shifted(DateOnly? step, CrossRequest request) => request.Cross.Step switch
    {
        null => step,
        TimeGrain.Day => step?.AddDays(request.Lag),
        TimeGrain.Week => step?.AddDays(7 * request.Lag),
        TimeGrain.Month => step?.AddMonths(request.Lag),
        TimeGrain.Quarter => step?.AddMonths(3 * request.Lag),
        TimeGrain.Year => step?.AddYears(request.Lag),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
