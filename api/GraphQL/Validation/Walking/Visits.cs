using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>
/// What the rules want to see of documents: one list of calls for each kind of node, in the order of the rules. Made once for all documents;
/// what a rule remembers of one document stands in a <see cref="RuleMemory{T}"/>.
/// </summary>
internal sealed class Visits
{
    private readonly Dictionary<Type, Delegate> _enter = [];
    private readonly Dictionary<Type, Delegate> _leave = [];

    /// <summary>How many memories the rules have asked for.</summary>
    public int Memories { get; private set; }

    /// <summary>The visits of several rules.</summary>
    public static Visits Of(IEnumerable<Action<Visits>> rules)
    {
        Visits visits = new();
        foreach (Action<Visits> rule in rules)
        {
            rule(visits);
        }

        return visits;
    }

    /// <summary>Calls <paramref name="visit"/> before the node's parts.</summary>
    public void Enter<T>(Action<ValidationContext, T> visit)
        where T : Node => Add(_enter, visit);

    /// <summary>Calls <paramref name="visit"/> after the node's parts.</summary>
    public void Leave<T>(Action<ValidationContext, T> visit)
        where T : Node => Add(_leave, visit);

    /// <summary>A place for what a rule remembers, begun anew for each document when it is first asked for.</summary>
    public RuleMemory<T> Remember<T>(Func<ValidationContext, T> begin)
        where T : class => new(Memories++, begin);

    /// <summary>Takes all calls before a node's parts, as one; null where there are none.</summary>
    public Action<ValidationContext, T>? TakeEnter<T>()
        where T : Node => _enter.Remove(typeof(T), out Delegate? calls) ? (Action<ValidationContext, T>)calls : null;

    /// <summary>Takes all calls after a node's parts, as one; null where there are none.</summary>
    public Action<ValidationContext, T>? TakeLeave<T>()
        where T : Node => _leave.Remove(typeof(T), out Delegate? calls) ? (Action<ValidationContext, T>)calls : null;

    /// <summary>Makes sure that whoever walks has taken every call, so that no rule is silently never asked.</summary>
    /// <exception cref="System.Diagnostics.UnreachableException">A rule wants to see what is never shown.</exception>
    public void RequireTaken()
    {
        string[] left = [.. _enter.Keys.Select(type => $"Enter<{type.Name}>"), .. _leave.Keys.Select(type => $"Leave<{type.Name}>")];
        if (left.Length > 0)
        {
            throw new System.Diagnostics.UnreachableException($"No walk makes the visits {string.Join(", ", left)}.");
        }
    }

    private static void Add<T>(Dictionary<Type, Delegate> visits, Action<ValidationContext, T> visit)
        where T : Node => visits[typeof(T)] = Delegate.Combine(visits.GetValueOrDefault(typeof(T)), visit);
}
