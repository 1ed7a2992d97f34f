namespace ProdSales.Semantics;

/// <summary>Counts what is asked of the facts themselves, by shape; safe for any number of threads. Answers that are kept or come from rollups cost nothing and are not counted.</summary>
/// <param name="clock">Tells when a shape was asked for last.</param>
public sealed class QuestionLog(TimeProvider clock)
{
    /// <summary>How many shapes are held; the one that nobody has asked for longest goes first.</summary>
    public const int MostShapes = 200;

    private readonly Lock _gate = new();
    private Dictionary<QuestionShape, AskedShape> _asked = [];

    /// <summary>Counts the passes of a question that was answered.</summary>
    /// <param name="model">The model by which it was planned.</param>
    /// <param name="plan">Its plan.</param>
    public void Note(SemanticModel model, QueryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(plan);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        for (int i = 0; i < plan.Scans.Count; i++)
        {
            if (QuestionShape.Of(model, plan.Query, plan.Scans[i]) is { } shape)
            {
                Note(shape, new AskedShape(1, now, plan, i));
            }
        }
    }

    /// <summary>Gives what was counted since it was asked last, and begins anew.</summary>
    internal IReadOnlyDictionary<QuestionShape, AskedShape> Take()
    {
        lock (_gate)
        {
            Dictionary<QuestionShape, AskedShape> taken = _asked;
            _asked = [];
            return taken;
        }
    }

    private void Note(QuestionShape shape, AskedShape asked)
    {
        lock (_gate)
        {
            _asked[shape] = _asked.TryGetValue(shape, out AskedShape? before) ? asked with { Times = before.Times + 1 } : asked;
            if (_asked.Count > MostShapes)
            {
                _asked.Remove(_asked.MinBy(pair => pair.Value.LastAt).Key);
            }
        }
    }

    /// <summary>How often a shape was asked for, and one pass of it that can be counted.</summary>
    internal sealed record AskedShape(long Times, DateTime LastAt, QueryPlan Plan, int Pass);
}
