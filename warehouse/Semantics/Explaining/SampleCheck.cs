using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Holds back the values of an explanation that rest on fewer cases than the measure demands; what they contribute stays, for contributions sum to the change.</summary>
internal sealed class SampleCheck(SemanticModel model, ExplanationRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
{
    private readonly Dictionary<(string? By, bool IsNow, string Segment), Dictionary<(string? Id, string? Name), long>> _cases = [];

    private Measure Measure => request.Measure;

    /// <summary>Why the change is not explained where a whole side has too few cases, or null.</summary>
    internal ExplanationRefusal? OfWhole()
    {
        if (Measure.Guard is not { } guard)
        {
            return null;
        }

        long fewest = Math.Min(Cases(null, [], isNow: false), Cases(null, [], isNow: true));
        return fewest < guard.Least ? ExplanationRefusal.SampleTooSmall(Measure, fewest, guard.Least) : null;
    }

    /// <summary>The explanation without the values of members and segments that have too few cases.</summary>
    internal Explanation Held(Explanation told) => Measure.Guard is null ? told : told with
    {
        Attributions = [.. told.Attributions.Select(attribution => attribution with { Members = [.. attribution.Members.Select(Held)] })],
        Segments = [.. told.Segments.Select(Held)],
    };

    private MemberContribution Held(MemberContribution part) => part with
    {
        Before = IsTold(part.Member, [], isNow: false) ? part.Before : null,
        Now = IsTold(part.Member, [], isNow: true) ? part.Now : null,
    };

    private Segment Held(Segment segment) => segment with
    {
        Before = IsTold(null, segment.Members, isNow: false) ? segment.Before : null,
        Now = IsTold(null, segment.Members, isNow: true) ? segment.Now : null,
    };

    private bool IsTold(SegmentMember? member, IReadOnlyList<SegmentMember> segment, bool isNow) => Cases(member, segment, isNow) >= Measure.Guard!.Least;

    private long Cases(SegmentMember? member, IReadOnlyList<SegmentMember> segment, bool isNow)
    {
        (string?, bool, string) key = (member?.Dimension.Name, isNow, string.Join('\u001f', segment));
        if (!_cases.TryGetValue(key, out Dictionary<(string? Id, string? Name), long>? cases))
        {
            cases = Read(member?.Dimension, segment, isNow);
            _cases.Add(key, cases);
        }

        return cases.GetValueOrDefault((member?.Id, member?.Name));
    }

    private Dictionary<(string? Id, string? Name), long> Read(Dimension? by, IReadOnlyList<SegmentMember> segment, bool isNow)
    {
        Dictionary<(string? Id, string? Name), long> cases = [];
        if (SideQuery.Statement(model.Subject(Measure.Subject)!, request, Measure, by, segment, isNow) is { } statement)
        {
            using DuckDbCommand command = statement.CommandOn(connection);
            using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
            int position = statement.Position(new MeasureRequest(Measure).SampleColumn);
            while (reader.Read())
            {
                cases[SideQuery.Member(reader, statement, by)] = reader.GetInt64(position);
            }
        }

        return cases;
    }
}
