namespace ProdSales.Semantics;

/// <summary>Writes how far the target of a measure is met.</summary>
internal static class StatusSql
{
    /// <summary>The status in capitals; null where the measure or its target is missing, or the target is not above 0.</summary>
    /// <param name="measure">A measure that is held against a target.</param>
    /// <param name="value">What came about as a share of the target.</param>
    /// <param name="target">The value of its target.</param>
    /// <param name="parameters">Binds the limits.</param>
    internal static string Of(Measure measure, string value, string target, SqlParameters parameters)
    {
        TargetLimits limits = measure.Attainment is { } own ? new TargetLimits(own.Green, own.Amber) : TargetLimits.Usual(measure.Good);
        string reaches = measure.Good is GoodDirection.Down ? "<=" : ">=";
        string green = parameters.Named($"green_{measure.Name}", (double)limits.Green);
        string amber = parameters.Named($"amber_{measure.Name}", (double)limits.Amber);
        return $"CASE WHEN {target} > 0 THEN CASE WHEN {value} {reaches} {green} THEN 'GREEN' WHEN {value} {reaches} {amber} THEN 'AMBER' WHEN {value} IS NOT NULL THEN 'RED' END END";
    }
}
