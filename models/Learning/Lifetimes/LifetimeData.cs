using ProdSales.Learning.Data;

namespace ProdSales.Learning.Lifetimes;

/// <summary>Purchases of customers as of two days: now, which the law is fitted to, and earlier, from which on it is seen what came.</summary>
/// <param name="Columns">Where rows tell their purchases.</param>
/// <param name="Now">All who have bought by now.</param>
/// <param name="Earlier">All who had bought by the earlier day.</param>
/// <param name="Silent">For each row of <paramref name="Earlier"/> whether nothing was bought from then until now.</param>
/// <param name="Between">The time between the two days, in the unit of the columns; above 0.</param>
public sealed record LifetimeData(LifetimeColumns Columns, Table Now, Table Earlier, bool[] Silent, double Between);
