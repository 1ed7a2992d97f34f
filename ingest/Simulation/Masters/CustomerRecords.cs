namespace ProdSales.Simulation.Masters;

/// <summary>Writes the versions of a customer's master record.</summary>
internal static class CustomerRecords
{
    /// <summary>The record as it stands on a day; the first version holds from the beginning.</summary>
    internal static Customer NextVersion(Buyer buyer, DateOnly day) => new()
    {
        SourceSystem = Origin.System,
        SourceId = buyer.Id,
        Version = ++buyer.RowVersion,
        Name = buyer.Name,
        EffectiveDate = buyer.RowVersion == 1 ? null : day,
        Region = buyer.Region.Name,
        Country = buyer.Region.Country == "海外" ? buyer.Place.Province : buyer.Region.Country,
        Province = buyer.Place.Province,
        City = buyer.Place.City,
        Industry = buyer.Industry,
        Tier = buyer.Tier,
        Channel = buyer.Channel,
        OwnerId = buyer.Seat.HolderOn(day).Id,
        CreatedDate = buyer.CreatedOn,
        IsActive = buyer.ChurnedOn is null,
    };
}
