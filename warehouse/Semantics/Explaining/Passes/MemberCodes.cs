namespace ProdSales.Semantics;

/// <summary>The members of one dimension in the order in which they are met, each once.</summary>
internal sealed class MemberCodes(Dimension dimension)
{
    private readonly Dictionary<(string? Id, string? Name), int> _codes = [];

    internal int Count => _codes.Count;

    internal int Code(string? id, string? name)
    {
        if (!_codes.TryGetValue((id, name), out int code))
        {
            code = _codes.Count;
            _codes.Add((id, name), code);
        }

        return code;
    }

    /// <summary>The members that are in use, in the order of their names, the unknown one last.</summary>
    /// <param name="isUsed">Whether a code is in use.</param>
    /// <returns>The members, and the position for each code that is in use.</returns>
    internal (SegmentMember[] Members, int[] Positions) Ordered(bool[] isUsed)
    {
        KeyValuePair<(string? Id, string? Name), int>[] ordered =
        [
            .. _codes.Where(pair => isUsed[pair.Value]).OrderBy(pair => pair.Key.Name is null).ThenBy(pair => pair.Key.Name, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Id, StringComparer.Ordinal),
        ];
        int[] positions = new int[_codes.Count];
        for (int i = 0; i < ordered.Length; i++)
        {
            positions[ordered[i].Value] = i;
        }

        return ([.. ordered.Select(pair => new SegmentMember(dimension, pair.Key.Id, pair.Key.Name))], positions);
    }
}
