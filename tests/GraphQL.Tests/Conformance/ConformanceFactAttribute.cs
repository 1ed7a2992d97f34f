namespace ProdSales.GraphQL.Tests.Conformance;

/// <summary>A test that replays the recorded suite of the reference implementation, where that is present.</summary>
public sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute()
    {
        if (!File.Exists(RecordedSuite.Path))
        {
            Skip = $"The recorded suite is absent: {RecordedSuite.Path}";
        }
    }
}
