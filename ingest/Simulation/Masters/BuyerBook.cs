using ProdSales.Simulation.Calendar;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Masters;

/// <summary>All customers, those of the first day and those who join later.</summary>
internal sealed class BuyerBook
{
    private const double ShareOfJoiners = 0.2;

    private readonly Agenda<Buyer> _joining = new();
    private readonly double[] _cumulativeSize;

    internal BuyerBook(DemoOptions options, Works works, Staff staff)
    {
        RandomFamily buyers = new(options.Seed, "buyers");
        long number = works.NumbersAfter;
        foreach (SalesRegion region in SalesRegion.All)
        {
            List<Seat> own = staff.SeatsByRegion[region];
            int count = Math.Max(4, (int)Math.Round(Count(options) * region.Share));
            for (int index = 0; index < count; index++)
            {
                Add(++number, own[index % own.Count], options, buyers.For(number));
            }
        }

        _cumulativeSize = new double[All.Count];
        double sum = 0;
        for (int index = 0; index < All.Count; index++)
        {
            _cumulativeSize[index] = sum += All[index].Size;
        }
    }

    internal List<Buyer> All { get; } = [];

    /// <summary>Gets the sum of sizes, by which orders are shared out.</summary>
    internal double TotalSize => _cumulativeSize[^1];

    internal static int Count(DemoOptions options) => Math.Max(60, (int)Math.Round(1500 * options.Scale));

    internal IReadOnlyList<Buyer> JoiningOn(DateOnly day) => _joining.Take(day);

    /// <summary>Draws a buyer of that day by size; null when the one drawn does not buy on that day.</summary>
    internal Buyer? Draw(RandomStream dice, DateOnly day)
    {
        int found = Array.BinarySearch(_cumulativeSize, dice.Unit() * TotalSize);
        Buyer buyer = All[Math.Min(found < 0 ? ~found : found, All.Count - 1)];
        return buyer.Buys(day) ? buyer : null;
    }

    private void Add(long number, Seat seat, DemoOptions options, RandomStream dice)
    {
        int days = options.LastDay.DayNumber - options.FirstDay.DayNumber;
        DateOnly? joined = dice.Chance(ShareOfJoiners) ? options.FirstDay.AddDays(dice.Whole(15, days - 20)) : null;
        Buyer buyer = new(number, seat, joined, joined ?? options.FirstDay.AddDays(-dice.Whole(160, 3000)), dice);
        All.Add(buyer);
        seat.Buyers.Add(buyer);
        if (joined is { } day)
        {
            _joining.Add(day, buyer);
        }
    }
}
