namespace ProdSales.Semantics;

/// <summary>Writes the formula of a measure over the columns of the scans.</summary>
internal static class MeasureSql
{
    /// <summary>The value of the measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="column">Gives the column, or the grouped column, that holds an aggregate.</param>
    /// <param name="days">Gives the number of days that a row speaks for.</param>
    internal static string Of(Measure measure, Func<Aggregate, string> column, Func<string> days) => measure.Unit switch
    {
        Unit.Money or Unit.Quantity => $"CAST({Text(measure.Formula, column, days)} AS DECIMAL(18,4))",
        Unit.Count => $"CAST({Text(measure.Formula, column, days)} AS BIGINT)",
        _ when measure.Formula is Arithmetic { Operator: '/' } => Text(measure.Formula, column, days),
        _ => $"CAST({Text(measure.Formula, column, days)} AS DOUBLE)",
    };

    /// <summary>The value of a formula, in whatever type it has.</summary>
    internal static string Text(Formula formula, Func<Aggregate, string> column, Func<string> days) => formula switch
    {
        Aggregate aggregate => column(aggregate),
        Constant constant => constant.Text,
        PeriodDays => days(),
        ScalarCall call => ScalarSql.Of(call.Function, [.. call.Arguments.Select(argument => Text(argument, column, days))]),
        Arithmetic { Operator: '/' } ratio => $"CAST({Text(ratio.Left, column, days)} AS DOUBLE) / nullif({Text(ratio.Right, column, days)}, 0)",
        Arithmetic arithmetic => $"({Text(arithmetic.Left, column, days)} {arithmetic.Operator} {Text(arithmetic.Right, column, days)})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
