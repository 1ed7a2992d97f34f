using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>What the rules want to see of a document: one list of calls for each kind of node, in the order of the rules.</summary>
internal sealed class Visits
{
    private readonly Dictionary<Type, List<Action<Node>>> _enter = [];
    private readonly Dictionary<Type, List<Action<Node>>> _leave = [];

    /// <summary>Calls <paramref name="visit"/> before the node's parts.</summary>
    public void Enter<T>(Action<T> visit)
        where T : Node => Add(_enter, visit);

    /// <summary>Calls <paramref name="visit"/> after the node's parts.</summary>
    public void Leave<T>(Action<T> visit)
        where T : Node => Add(_leave, visit);

    public void RunEnter(Node node) => Run(_enter, node);

    public void RunLeave(Node node) => Run(_leave, node);

    private static void Add<T>(Dictionary<Type, List<Action<Node>>> visits, Action<T> visit)
        where T : Node
    {
        if (!visits.TryGetValue(typeof(T), out List<Action<Node>>? list))
        {
            visits.Add(typeof(T), list = []);
        }

        list.Add(node => visit((T)node));
    }

    private static void Run(Dictionary<Type, List<Action<Node>>> visits, Node node)
    {
        if (visits.TryGetValue(node.GetType(), out List<Action<Node>>? list))
        {
            foreach (Action<Node> visit in list)
            {
                visit(node);
            }
        }
    }
}
