namespace ProdSales.Semantics;

/// <summary>Writes the formula of a measure over the columns of the scans.</summary>
internal static class MeasureSql
{
    /// <summary>The value of the measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="column">Gives the column, or the grouped column, that holds an aggregate.</param>
    internal static string Of(Measure measure, Func<Aggregate, string> column) => measure.Unit switch
    {
        Unit.Money or Unit.Quantity => $"CAST({Text(measure.Formula, column)} AS DECIMAL(18,4))",
        Unit.Count => $"CAST({Text(measure.Formula, column)} AS BIGINT)",
        _ when measure.Formula is Arithmetic { Operator: '/' } => Text(measure.Formula, column),
        _ => $"CAST({Text(measure.Formula, column)} AS DOUBLE)",
    };

    private static string Text(Formula formula, Func<Aggregate, string> column) => formula switch
    {
        Aggregate aggregate => column(aggregate),
        Constant constant => constant.Text,
        Arithmetic { Operator: '/' } ratio => $"CAST({Text(ratio.Left, column)} AS DOUBLE) / nullif({Text(ratio.Right, column)}, 0)",
        Arithmetic arithmetic => $"({Text(arithmetic.Left, column)} {arithmetic.Operator} {Text(arithmetic.Right, column)})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
