namespace ProdSales.GraphQL.Execution.Running;

/// <summary>Where in the response the run is: names and list indices from the root. A level is entered once and its place moved from member to member.</summary>
internal sealed class ResponsePath
{
    private (string? Name, int Index)[] _segments = new (string?, int)[16];
    private int _depth;

    /// <summary>Begins at a place below the root, or at the root itself.</summary>
    public void Begin(ReadOnlySpan<object> place)
    {
        _depth = 0;
        foreach (object segment in place)
        {
            Enter();
            _segments[_depth - 1] = segment is string name ? (name, 0) : (null, (int)segment);
        }
    }

    /// <summary>Goes a level down, to a place that <see cref="At(string)"/> or <see cref="At(int)"/> tells.</summary>
    public void Enter()
    {
        if (_depth == _segments.Length)
        {
            Array.Resize(ref _segments, _depth * 2);
        }

        _segments[_depth++] = default;
    }

    /// <summary>Goes a level up.</summary>
    public void Leave() => _depth--;

    /// <summary>Moves to a member of the object of this level.</summary>
    public void At(string name) => _segments[_depth - 1] = (name, 0);

    /// <summary>Moves to an item of the list of this level.</summary>
    public void At(int index) => _segments[_depth - 1] = (null, index);

    public object[] ToArray() => [.. _segments.Take(_depth).Select(segment => segment.Name ?? (object)segment.Index)];
}
