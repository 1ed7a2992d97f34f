namespace ProdSales.Host.Limits;

/// <summary>One limit that an operator can set.</summary>
/// <param name="Name">Its name in a file of limits.</param>
/// <param name="Least">The least that may be set.</param>
/// <param name="Most">The most that may be set.</param>
/// <param name="Of">Reads it.</param>
/// <param name="With">Sets it.</param>
internal sealed record Limit(string Name, long Least, long Most, Func<ServerLimits, long> Of, Func<ServerLimits, long, ServerLimits> With)
{
    /// <summary>Gets what it is where nothing else is said.</summary>
    internal long Default => Of(new ServerLimits());
}
