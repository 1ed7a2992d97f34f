namespace ProdSales.Loading.Intake;

/// <summary>Watches ids that come in rising order (shorter before longer, then byte by byte): such ids cannot repeat, which spares a search.</summary>
internal sealed class OrderProof
{
    private byte[] _last = new byte[64];
    private int _length = -1;

    /// <summary>Gets a value indicating whether every id was above the one before.</summary>
    internal bool Holds { get; private set; } = true;

    /// <summary>Looks at the next id.</summary>
    internal void Next(ReadOnlySpan<byte> id)
    {
        if (!Holds)
        {
            return;
        }

        if (id.Length < _length || (id.Length == _length && id.SequenceCompareTo(_last.AsSpan(0, _length)) <= 0))
        {
            Holds = false;
            return;
        }

        if (id.Length > _last.Length)
        {
            _last = new byte[id.Length * 2];
        }

        id.CopyTo(_last);
        _length = id.Length;
    }

    /// <summary>Gives the proof up: ids of several sources stand next to each other.</summary>
    internal void Break() => Holds = false;
}
