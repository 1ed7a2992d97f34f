namespace ProdSales.Simulation.Masters;

/// <summary>A place in a sales team; people hold it one after the other, the customers stay with the seat.</summary>
internal sealed class Seat(long number, SalesRegion region, string teamId)
{
    private readonly List<(DateOnly From, Person Holder)> _holders = [];

    internal long Number { get; } = number;

    internal SalesRegion Region { get; } = region;

    internal string TeamId { get; } = teamId;

    /// <summary>Gets the buyers whom the seat looks after.</summary>
    internal List<Buyer> Buyers { get; } = [];

    internal IReadOnlyList<(DateOnly From, Person Holder)> Holders => _holders;

    internal void Take(DateOnly from, Person holder) => _holders.Add((from, holder));

    internal Person HolderOn(DateOnly day)
    {
        for (int index = _holders.Count - 1; index > 0; index--)
        {
            if (_holders[index].From <= day)
            {
                return _holders[index].Holder;
            }
        }

        return _holders[0].Holder;
    }
}
