using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Masters;

/// <summary>A customer as the demo company lives it: who it is, and how it feels about us.</summary>
internal sealed class Buyer
{
    private double _satisfaction;

    internal Buyer(long number, Seat seat, DateOnly? joined, DateOnly created, RandomStream dice)
    {
        Number = number;
        Id = Numbered.Of("C", number, 6);
        Seat = seat;
        JoinedOn = joined;
        CreatedOn = created;
        Place = dice.Pick(seat.Region.Places);
        Industry = dice.Pick(Industries);
        IsDealer = dice.Chance(seat.Region.Currency == Origin.Currency ? 0.18 : 0.7);
        Name = Names.Company(dice, Place.City, IsDealer ? "叉车销售" : Industry);
        Size = Math.Clamp(dice.LogNormal(IsDealer ? 1.3 : 0.75, 0.7), 0.15, 6);
        Tier = Size switch { > 1.6 => "A", > 0.7 => "B", _ => "C" };
        PaymentDelay = dice.LogNormal(7, 0.8);
        BaseSatisfaction = Math.Clamp(0.79 + (0.06 * dice.Normal()), 0.6, 0.95);
        HoursADay = dice.Between(4.5, 9.5);
        _satisfaction = BaseSatisfaction;
    }

    internal static IReadOnlyList<string> Industries { get; } = ["物流", "食品", "汽车零部件", "电子", "化工", "造纸", "医药", "家电", "新能源", "冷链", "建材", "纺织"];

    internal long Number { get; }

    internal string Id { get; }

    internal string Name { get; }

    internal Seat Seat { get; }

    internal SalesRegion Region => Seat.Region;

    internal Place Place { get; }

    internal string Industry { get; }

    internal bool IsDealer { get; }

    internal string Channel => IsDealer ? "经销" : "直销";

    internal string Tier { get; set; }

    /// <summary>Gets how much it buys; the average is about 1.</summary>
    internal double Size { get; }

    /// <summary>Gets the day on which it became a customer; null when it was one before the first day.</summary>
    internal DateOnly? JoinedOn { get; }

    internal DateOnly CreatedOn { get; }

    /// <summary>Gets the median of the days by which it pays late.</summary>
    internal double PaymentDelay { get; }

    internal double HoursADay { get; }

    internal double BaseSatisfaction { get; }

    /// <summary>Gets how content it is, from 0 to 1.</summary>
    internal double Satisfaction => _satisfaction;

    /// <summary>Gets or sets the day since which it is about to leave by plan; null for everybody else.</summary>
    internal DateOnly? LeavesFrom { get; set; }

    /// <summary>Gets or sets the day on which it stopped buying; null while it buys.</summary>
    internal DateOnly? ChurnedOn { get; set; }

    /// <summary>Gets or sets the deals that it has decided for and not yet ordered; until then it does not leave.</summary>
    internal int DealsToCome { get; set; }

    internal DateOnly? LastOrderOn { get; set; }

    internal long RowVersion { get; set; }

    internal bool Buys(DateOnly day) => ChurnedOn is null && (JoinedOn ?? DateOnly.MinValue) <= day;

    internal bool IsLeaving(DateOnly day) => LeavesFrom <= day;

    /// <summary>An experience with us, good or bad.</summary>
    internal void Feel(double change) => _satisfaction = Math.Clamp(_satisfaction + change, 0.02, 1);

    /// <summary>A month goes by: old experiences fade, unless the mind is made up to leave.</summary>
    internal void Forget(DateOnly day)
    {
        double goal = IsLeaving(day) ? 0.15 : BaseSatisfaction;
        _satisfaction += (goal - _satisfaction) * (IsLeaving(day) ? 0.5 : 0.2);
    }
}
