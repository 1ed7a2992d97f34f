using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Explains why a measure differs between two sides.</summary>
public sealed class Explainer
{
    private readonly SemanticModel _model;
    private readonly ExplanationRequest _request;
    private readonly DuckDbConnection _connection;
    private readonly CancellationToken _cancellationToken;
    private readonly List<SqlStatement> _statements = [];

    private Explainer(SemanticModel model, ExplanationRequest request, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        _model = model;
        _request = request;
        _connection = connection;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Explains the change, or says why it cannot be explained.</summary>
    /// <param name="model">The model that the measure is of.</param>
    /// <param name="request">The measure and the two sides.</param>
    /// <param name="connection">A connection to the warehouse; the same data give the same answer to the last digit.</param>
    /// <param name="cancellationToken">Ends the statements.</param>
    public static ExplanationOutcome Explain(
        SemanticModel model, ExplanationRequest request, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(connection);
        return new Explainer(model, request, connection, cancellationToken).Explain();
    }

    private ExplanationOutcome Explain()
    {
        if (ScopeCheck.Refusal(_request) is { } hidden)
        {
            return new(null, ExplanationRefusal.Of(hidden));
        }

        if (Decomposition.Of(_request.Measure.Formula) is not { } form)
        {
            return new(null, ExplanationRefusal.PartsDoNotAddUp(_request.Measure));
        }

        if (RequestCheck.Refusal(_request, _connection, _cancellationToken) is { } refusal)
        {
            return new(null, refusal);
        }

        SampleCheck samples = new(_model, _request, _connection, _cancellationToken);
        if (samples.OfWhole() is { } tooFew)
        {
            return new(null, tooFew);
        }

        LeafTable? leaves = Asks(ExplanationParts.Segments) ? Leaves(form) : null;
        SumsByMember table = leaves ?? Members(form);
        if (table.Whole.Before.Value(form.IsRatio) is not { } before || table.Whole.Now.Value(form.IsRatio) is not { } now)
        {
            return new(null, ExplanationRefusal.NothingToCompare(_request.Measure));
        }

        int places = Rounding.Places(form.IsRatio);
        return new(samples.Held(Told(table, leaves, Math.Round(before, places), Math.Round(now, places))), null);
    }

    private bool Asks(ExplanationParts part) => _request.Parts.HasFlag(part);

    private Explanation Told(SumsByMember table, LeafTable? leaves, decimal before, decimal now)
    {
        decimal change = now - before;
        DimensionAttribution[] attributions = [.. Enumerable.Range(0, table.Dimensions.Count).Select(dimension => Attribution.Of(table, dimension, change))];
        SegmentSearch? search = leaves is null ? null : new(leaves);
        CauseQuery causes = new(_model, _request, _connection, _cancellationToken);
        Segment[] segments = search is null ? [] : [.. search.Find(change).Select(found => Told(found, leaves!, change, causes))];
        MarginBridge? bridge = Bridge(change);
        return new Explanation
        {
            Request = _request,
            Before = before,
            Now = now,
            Attributions = attributions,
            Segments = segments,
            SegmentsTested = search?.Tested ?? 0,
            Bridge = bridge,
            Causes = Asks(ExplanationParts.Causes) ? causes.Lines([]) : [],
            Sql = [.. _statements.Select(statement => statement.Text)],
            Hash = ExplanationHash.Of(_model, _request, _statements, _connection, _cancellationToken),
        };
    }

    private static Segment Told(FoundSegment found, LeafTable table, decimal change, CauseQuery causes)
    {
        Sides sums = found.Sums;
        int places = Rounding.Places(table.IsRatio);
        decimal contribution = Math.Round(Contribution.Of(sums, table.Whole, table.IsRatio).Total, places);
        SegmentMember[] members = [.. found.Dimensions.Select((dimension, index) => table.Members[dimension][found.Members[index]])];
        return new Segment
        {
            Members = members,
            Before = Attribution.Rounded(sums.Before.Value(table.IsRatio), table.IsRatio),
            Now = Attribution.Rounded(sums.Now.Value(table.IsRatio), table.IsRatio),
            Contribution = contribution,
            Share = change == 0 ? null : Math.Round(contribution / change, 4),
            Excess = Math.Round((decimal)found.Excess, places),
            Significance = Math.Round(found.Score, 4),
            Chance = found.Chance,
            RowsBefore = sums.Before.Rows,
            RowsNow = sums.Now.Rows,
            ReversedWithin = Reversals.Within(found, table),
            Causes = causes.Lines(members),
        };
    }

    private LeafTable Leaves(Decomposition form)
    {
        IReadOnlyList<Dimension> dimensions = ExplainedDimensions.Of(_model, _request, form);
        LeafReader reader = new(dimensions, form);
        foreach (Fact fact in form.Facts)
        {
            _statements.AddRange(reader.Read(new LeafSql(_request, form, fact, dimensions), _connection, _cancellationToken));
        }

        return reader.Table();
    }

    private SumsByMember Members(Decomposition form)
    {
        IReadOnlyList<Dimension> dimensions = ExplainedDimensions.Of(_model, _request, form);
        MemberReader reader = new(dimensions, form);
        foreach (Fact fact in form.Facts)
        {
            _statements.AddRange(reader.Read(new LeafSql(_request, form, fact, dimensions), _connection, _cancellationToken));
        }

        return reader.Table();
    }

    // A step of the bridge tells what a column sums to: none is shown of a column that itself, or of which a measure, is masked.
    private bool IsMasked(BridgeRule rule)
    {
        Fact fact = _request.Measure.Formula.Aggregates().First().Fact;
        return _request.Scope.Masks(_model.Dimension(rule.Leaf)!)
            || rule.Columns.Any(column => _request.Scope.Masks(fact, column))
            || _model.Subjects.SelectMany(subject => subject.Measures).Where(_request.Scope.Masks)
                .Any(measure => measure.Formula.Aggregates().Any(part => ReferenceEquals(part.Fact, fact) && part.Columns.Intersect(rule.Columns, StringComparer.Ordinal).Any()));
    }

    private MarginBridge? Bridge(decimal change)
    {
        BridgeRule? rule = _model.Subject(_request.Measure.Subject)!.Guide.Bridges.FirstOrDefault(rule => rule.Of == _request.Measure.Name);
        if (rule is null || IsMasked(rule))
        {
            return null;
        }

        // It belongs to the answer whether it is run or not: the same question has the same hash, whatever parts of it are asked.
        SqlStatement statement = BridgeSql.Of(_request, rule, _model.Dimension(rule.Leaf)!);
        _statements.Add(statement);
        return !Asks(ExplanationParts.Bridge) ? null : BridgeReader.Read(statement, change, _connection, _cancellationToken);
    }
}
