using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Training;

/// <summary>What the horizons of one definition learn from, read at once.</summary>
/// <param name="Known">The day up to which outcomes count as known.</param>
/// <param name="Versions">The data versions of the facts at the time of reading, as JSON.</param>
/// <param name="Predictions">The horizons.</param>
/// <param name="Frame">Their rows.</param>
internal sealed record TrainingFrames(DateOnly Known, string Versions, IReadOnlyList<Prediction> Predictions, FrameOfHorizons Frame)
{
    /// <summary>Reads the landmarks of training and the last day whose outcome is known, of all horizons in one statement.</summary>
    /// <param name="database">The warehouse.</param>
    /// <param name="predictions">Predictions of one definition.</param>
    /// <param name="known">The day up to which outcomes count as known; null for the last day of the warehouse.</param>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <returns>The rows; null for a warehouse that holds nothing that happened.</returns>
    internal static TrainingFrames? Read(WarehouseDatabase database, IReadOnlyList<Prediction> predictions, DateOnly? known, CancellationToken cancellation)
    {
        using ReaderLease lease = database.Readers.Lease(cancellation);
        if ((known ?? FrameReader.LastKnownDay(lease.Connection)) is not { } day)
        {
            return null;
        }

        PredictionDefinition definition = predictions[0].Definition;
        DateOnly[] last = [.. predictions.Select(prediction => day.AddDays(-prediction.HorizonDays))];
        FrameOfHorizons frame = FrameReader.Read(
            lease.Connection,
            definition,
            [.. predictions.Select(prediction => prediction.HorizonDays)],
            [.. Landmarks.Between(last.Min().AddMonths(-definition.TrainingMonths), last.Max(), definition.LearnsFromMiddles), .. last],
            day,
            cancellation);
        return new TrainingFrames(day, VersionsOf(lease.Connection), predictions, frame);
    }

    /// <summary>The rows that one of the horizons learns from.</summary>
    internal Frame Of(int horizon)
    {
        DateOnly last = Known.AddDays(-Predictions[horizon].HorizonDays);
        PredictionDefinition definition = Predictions[horizon].Definition;
        return Frame.Known(horizon, last.AddMonths(-definition.TrainingMonths), last, definition.LearnsFromMiddles);
    }

    private static string VersionsOf(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT CAST(to_json(coalesce(map_from_entries(list((fact, version) ORDER BY fact)), MAP {})) AS VARCHAR) FROM data_version");
        return (string)command.ExecuteScalar()!;
    }
}
