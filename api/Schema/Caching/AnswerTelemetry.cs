using System.Diagnostics.Metrics;

namespace ProdSales.Schema;

/// <summary>What the cache of answers tells of its work.</summary>
public static class AnswerTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "ProdSales.Answers";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Answers = Meter.CreateCounter<long>("prodsales.answers", "{answer}", "Questions, by whether the answer was kept.");

    internal static void Note(bool wasKept) => Answers.Add(1, new KeyValuePair<string, object?>("kept", wasKept));
}
