namespace ProdSales.Semantics;

/// <summary>The words of the model for windows, and what a window allows.</summary>
public static class Windows
{
    /// <summary>Windows by the word that names them in the model.</summary>
    public static IReadOnlyDictionary<string, Window> ByWord { get; } = new Dictionary<string, Window>(StringComparer.Ordinal)
    {
        ["last"] = Window.Last,
        ["first"] = Window.First,
        ["average"] = Window.Average,
        ["last_complete"] = Window.LastComplete,
        ["month_to_date"] = Window.MonthToDate,
        ["quarter_to_date"] = Window.QuarterToDate,
        ["year_to_date"] = Window.YearToDate,
        ["cumulative"] = Window.Cumulative,
        ["opening"] = Window.Opening,
    };

    /// <summary>True when the window chooses among snapshots, whose values are never added over time.</summary>
    public static bool IsOfSnapshots(this Window window) => window is Window.Last or Window.First or Window.Average or Window.LastComplete;

    /// <summary>True when the window reaches back before the period.</summary>
    public static bool ReachesBack(this Window window) =>
        window is Window.MonthToDate or Window.QuarterToDate or Window.YearToDate or Window.Cumulative or Window.Opening;

    /// <summary>The step of time whose first day the window starts on, or null when it has no start.</summary>
    internal static TimeGrain? Start(this Window window) => window switch
    {
        Window.MonthToDate => TimeGrain.Month,
        Window.QuarterToDate => TimeGrain.Quarter,
        Window.YearToDate => TimeGrain.Year,
        _ => null,
    };

    /// <summary>The word of the model for a window.</summary>
    internal static string Word(this Window window) => ByWord.FirstOrDefault(pair => pair.Value == window).Key ?? "period";
}
