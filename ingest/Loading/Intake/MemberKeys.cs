namespace ProdSales.Loading.Intake;

/// <summary>The members of one master in one source system, found by id and day.</summary>
internal sealed class MemberKeys
{
    private readonly Utf8Set _ids = new();
    private MemberVersion[] _versions = new MemberVersion[64];
    private int[] _firsts = new int[64];
    private int _count;
    private int _last = -1;

    /// <summary>Adds a version; those of one member come one after another in the order of their days.</summary>
    internal void Add(ReadOnlySpan<byte> id, MemberVersion version)
    {
        int ordinal = _ids.Add(id);
        if (ordinal >= _firsts.Length)
        {
            Array.Resize(ref _firsts, _firsts.Length * 2);
        }

        if (_count == _versions.Length)
        {
            Array.Resize(ref _versions, _versions.Length * 2);
        }

        if (ordinal != _last)
        {
            _firsts[ordinal] = _count;
            _last = ordinal;
        }

        _versions[_count++] = version;
    }

    /// <summary>Finds the version of a day.</summary>
    /// <returns>False when the member is not known.</returns>
    internal bool TryFind(ReadOnlySpan<byte> id, int day, out MemberVersion version)
    {
        int ordinal = _ids.Find(id);
        if (ordinal < 0)
        {
            version = default;
            return false;
        }

        int place = (ordinal + 1 < _ids.Count ? _firsts[ordinal + 1] : _count) - 1;
        while (place > _firsts[ordinal] && _versions[place].FromDay > day)
        {
            place--;
        }

        version = _versions[place];
        return true;
    }
}
