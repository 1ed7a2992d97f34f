using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Holds a request against what its measure can be asked.</summary>
internal static class RequestCheck
{
    /// <summary>The first reason why the request is refused, or null.</summary>
    internal static ExplanationRefusal? Refusal(ExplanationRequest request, DuckDbConnection connection, CancellationToken cancellationToken) =>
        OfPeriods(request.Contrast) ?? OfDimensions(request) ?? OfSources(request.Measure, connection, cancellationToken) ?? OfRecord(request, connection, cancellationToken);

    private static ExplanationRefusal? OfPeriods(Contrast contrast)
    {
        Period[] periods = contrast is PeriodContrast both ? [both.Now, both.Before] : [((MemberContrast)contrast).Period];
        foreach (Period period in periods.Where(period => period.To < period.From))
        {
            return ExplanationRefusal.PeriodEndsBeforeItStarts(period);
        }

        return periods.Length == 2 && periods[0].From <= periods[1].To && periods[1].From <= periods[0].To
            ? ExplanationRefusal.PeriodsOverlap(periods[0], periods[1])
            : null;
    }

    private static ExplanationRefusal? OfDimensions(ExplanationRequest request)
    {
        Measure measure = request.Measure;
        IEnumerable<Dimension> asked = request.Filters.Select(filter => filter.Dimension)
            .Concat(request.Contrast is MemberContrast members ? [members.Dimension] : []);
        if (asked.FirstOrDefault(dimension => !measure.Aggregates().All(part => part.Fact.Reaches(dimension))) is { } beyond)
        {
            return ExplanationRefusal.NotReached(measure, beyond);
        }

        string? open = measure.Per.FirstOrDefault(per => !request.Filters.Any(filter => filter.Dimension.Name == per && !filter.IsExcluding && filter.Values.Count == 1));
        return open is null ? null : ExplanationRefusal.MemberNotFixed(measure, open);
    }

    private static ExplanationRefusal? OfSources(Measure measure, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        foreach (string table in measure.Sources)
        {
            using DuckDbCommand command = connection.CreateCommand($"SELECT EXISTS (FROM {table})");
            if (command.ExecuteScalar(cancellationToken) is false)
            {
                return ExplanationRefusal.NotConnected(measure, table);
            }
        }

        return null;
    }

    // A change between two periods, one of which is on record in part, is one of the record: an attribution would blame whoever has rows.
    private static ExplanationRefusal? OfRecord(ExplanationRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (request.Contrast is not PeriodContrast both)
        {
            return null;
        }

        Period[] periods = [both.Now, both.Before];
        Dictionary<string, RecordedSpan> recorded = new(StringComparer.Ordinal);
        foreach (RecordedNeed need in PartialRecords.Needs(request.Measure, periods, request.Scope, request.AsOf))
        {
            if (RecordedSpans.Read(need, known: null, connection, cancellationToken) is { } span)
            {
                recorded[need.Fact.Name] = span;
            }
        }

        return periods.Where(period => PartialRecords.Bounds(recorded, request.Measure, period, request.AsOf).Any()).Select(period => ExplanationRefusal.RecordedInPart(request.Measure, period)).FirstOrDefault();
    }
}
