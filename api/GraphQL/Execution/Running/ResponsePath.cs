namespace ProdSales.GraphQL.Execution.Running;

/// <summary>Where in the response the run is: names and list indices from the root.</summary>
internal sealed class ResponsePath
{
    private readonly List<(string? Name, int Index)> _segments = [];

    public void Push(string name) => _segments.Add((name, 0));

    public void Push(int index) => _segments.Add((null, index));

    public void Pop() => _segments.RemoveAt(_segments.Count - 1);

    public object[] ToArray() => [.. _segments.Select(segment => segment.Name ?? (object)segment.Index)];
}
