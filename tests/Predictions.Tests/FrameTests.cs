using ProdSales.Plants;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Frames;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Predictions.Tests;

/// <summary>What a frame says of a day follows from what was known on that day, however much has happened since.</summary>
public sealed class FrameTests(ThenAndLater stars) : IClassFixture<ThenAndLater>
{
    private static readonly DateOnly Day = ThenAndLater.Day;

    public static TheoryData<string> Predictions => [.. PredictionCatalogue.All.Select(prediction => prediction.Name)];

    [Theory]
    [MemberData(nameof(Predictions))]
    public void Features_of_a_day_are_the_same_bytes_then_and_later(string name)
    {
        Prediction prediction = PredictionCatalogue.Find(name)!;
        Frame old = Read(stars.Then, prediction, Day), now = Read(stars.Later, prediction, Day);

        Assert.True(old.Rows.Count > 5, $"{old.Rows.Count} rows");
        Assert.Equal(old.Rows.Select(row => row with { Outcome = null, CameOn = null }), now.Rows.Select(row => row with { Outcome = null, CameOn = null }));
        foreach (FeatureDefinition feature in prediction.Definition.Features)
        {
            Assert.Equal(
                Enumerable.Range(0, old.Rows.Count).Select(row => (old.Rows[row].SubjectId, feature.Name, old.Features.Column(feature.Name).TextOf(row))),
                Enumerable.Range(0, now.Rows.Count).Select(row => (now.Rows[row].SubjectId, feature.Name, now.Features.Column(feature.Name).TextOf(row))));
        }

        Assert.Equal(old.Digest(), now.Digest());
        Assert.All(old.Rows, row => Assert.Null(row.Outcome));
    }

    [Theory]
    [MemberData(nameof(Predictions))]
    public void A_frame_of_many_days_holds_the_frame_of_each(string name)
    {
        Prediction prediction = PredictionCatalogue.Find(name)!;
        using ReaderLease lease = stars.Later.Database.Readers.Lease();
        Frame many = FrameReader.Read(lease.Connection, prediction, new DateOnly(2026, 4, 1), Day, new DateOnly(2026, 10, 31), CancellationToken.None);
        int[] last = [.. Enumerable.Range(0, many.Rows.Count).Where(row => many.Rows[row].AsOf == Day)];

        DateOnly[] ends = [new DateOnly(2026, 4, 30), new DateOnly(2026, 5, 31), Day];
        DateOnly[] middles = prediction.Definition.LearnsFromMiddles ? [new DateOnly(2026, 4, 15), new DateOnly(2026, 5, 15), new DateOnly(2026, 6, 15)] : [];
        Assert.Equal(ends.Concat(middles).Order(), many.Rows.Select(row => row.AsOf).Distinct());
        Assert.Equal(Read(stars.Later, prediction, Day).Digest(), many.Take(last).Digest());
    }

    private static Frame Read(DemoStar star, Prediction prediction, DateOnly day)
    {
        using ReaderLease lease = star.Database.Readers.Lease();
        return FrameReader.Read(lease.Connection, prediction, day, day, FrameReader.LastKnownDay(lease.Connection)!.Value, CancellationToken.None);
    }
}
