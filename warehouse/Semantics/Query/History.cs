namespace ProdSales.Semantics;

/// <summary>Which version of a member speaks where its attributes have changed: for cuts and for filters alike, in every dimension that keeps versions.</summary>
/// <remarks>Whatever is chosen, every row counts once, so totals are the same. What stands on the fact itself is always that of the row.</remarks>
public sealed record History
{
    // The first day that no version holds any more.
    private static readonly DateOnly End = new(9999, 12, 31);

    private History(bool isAsWas, DateOnly? day)
    {
        IsAsWas = isAsWas;
        Day = day;
    }

    /// <summary>Attributes as on the day of the row; members are told by their present name. The default.</summary>
    public static History AsWas { get; } = new(true, null);

    /// <summary>Attributes as they are now, through the durable key of the member.</summary>
    public static History AsIs { get; } = new(false, null);

    /// <summary>True when attributes are those of the day of the row.</summary>
    public bool IsAsWas { get; }

    /// <summary>The day whose attributes count; null for those of the row and those of now.</summary>
    public DateOnly? Day { get; }

    /// <summary>Attributes and names as on a day; who was not known by then, or by no more than an id, is the unknown member.</summary>
    public static History On(DateOnly day) => new(false, day < End ? day : End.AddDays(-1));
}
