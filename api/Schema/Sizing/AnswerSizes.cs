using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Schema;

/// <summary>
/// Estimates how many rows the cuts of a question give, by what the warehouse held a while ago: no more than members or steps for each row around, than the caller asks for, and than there are facts.
/// Safe for any number of threads.
/// </summary>
public sealed class AnswerSizes
{
    private const double MembersUnknown = 100;

    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly SemanticModel _model;
    private readonly WarehouseDatabase _warehouse;
    private readonly TimeProvider _clock;
    private volatile RowCounts _counts;
    private long _readAt;
    private int _isReading;

    /// <summary>Counts what there is.</summary>
    /// <param name="model">What can be asked.</param>
    /// <param name="warehouse">What answers; asked again at most every ten minutes, behind the requests.</param>
    /// <param name="connection">A connection to it; not kept.</param>
    /// <param name="clock">Tells when counts are old.</param>
    public AnswerSizes(SemanticModel model, WarehouseDatabase warehouse, DuckDbConnection connection, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clock);
        (_model, _warehouse, _clock) = (model, warehouse, clock);
        _counts = RowCounts.Read(model, connection, CancellationToken.None);
        _readAt = clock.GetTimestamp();
    }

    /// <summary>The rows of a list over all rows around it; null where the list is none of a cut.</summary>
    public double? LengthOf(CostedList list)
    {
        if (_clock.GetElapsedTime(Volatile.Read(ref _readAt)) > Age && Interlocked.Exchange(ref _isReading, 1) == 0)
        {
            using AsyncFlowControl apart = ExecutionContext.SuppressFlow();
            _ = Task.Run(ReadAgainAsync);
        }

        return list.Field.Definition.Attachment switch
        {
            DimensionCutRole cut => Bounded(list, _counts.Members.TryGetValue(cut.Dimension.Name, out long members) ? members : MembersUnknown),
            TimeCutRole => Bounded(list, StepsOf(list)),
            NestedRowsRole => Bounded(list, double.MaxValue),
            _ => null,
        };
    }

    private double Bounded(CostedList list, double each)
    {
        double most = list.Field.Arguments.TryGet("first", out int first) ? Math.Min(each, first) : each;
        bool hasGaps = list.Field.Arguments.Value<bool>("everyStep");
        return hasGaps || list.Root.Definition.Attachment is not SubjectRole { Subject: var subject } ? list.Around * most : Math.Min(list.Around * most, Math.Max(1, FactsOf(subject)));
    }

    private double FactsOf(Subject subject) => subject.Sources.Sum(table => (double)_counts.Facts.GetValueOrDefault(table));

    private static double StepsOf(CostedList list)
    {
        SelectedField root = list.Root;
        if (!root.Arguments.TryGet("period", out Dictionary<string, object?>? period) || period is not { } span || span["from"] is not DateOnly from || span["to"] is not DateOnly to)
        {
            return MembersUnknown;
        }

        double days = Math.Max(1, to.DayNumber - from.DayNumber + 1);
        return 1 + (list.Field.Arguments.Value<string>("grain") switch
        {
            "DAY" => days,
            "WEEK" => days / 7,
            "MONTH" => days / 28,
            "QUARTER" => days / 90,
            _ => days / 365,
        });
    }

    private async Task ReadAgainAsync()
    {
        try
        {
            _counts = await _warehouse.Readers.ReadAsync((connection, token) => RowCounts.Read(_model, connection, token)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WarehouseException or ObjectDisposedException)
        {
            // The counts of before are as good an estimate until the next try.
        }
        finally
        {
            Volatile.Write(ref _readAt, _clock.GetTimestamp());
            Volatile.Write(ref _isReading, 0);
        }
    }
}
