namespace ProdSales.Predictions.Service;

/// <summary>What the service does by itself.</summary>
public sealed record ScheduleSettings
{
    /// <summary>Gets the settings under which nothing is done that nobody asks for.</summary>
    public static ScheduleSettings Nothing { get; } = new() { RetrainDays = 0, IsScoring = false, IsJudging = false };

    /// <summary>Gets how many days of data after the newest model of a prediction was trained it is trained anew; 0 trains nothing by itself.</summary>
    public int RetrainDays { get; init; } = 30;

    /// <summary>Gets whether what is open is scored on each new day of data.</summary>
    public bool IsScoring { get; init; } = true;

    /// <summary>Gets whether challengers are judged, and promoted or retired by the verdict.</summary>
    public bool IsJudging { get; init; } = true;

    /// <summary>Gets after which time a run that failed or was refused is tried again although the data are the same.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Gets after which time a run is tried again for which the warehouse had no time, or which another process kept from it.</summary>
    public TimeSpan RetryBusy { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the rule of the trial.</summary>
    public Trial.TrialSettings Trial { get; init; } = new();
}
