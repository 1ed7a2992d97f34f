namespace ProdSales.Simulation.Masters;

/// <summary>An employee with the time of employment.</summary>
internal sealed record Person(
    string Id, string Name, string Role, string OrganisationId, string? ManagerId, string? Region, DateOnly Hired, DateOnly? Left)
{
    /// <summary>The first version of the master record, as known on the day of hiring.</summary>
    internal Employee OnHiring() => Row(1, null, null);

    /// <summary>The version that tells of the leaving.</summary>
    internal Employee OnLeaving() => Row(2, Left, Left);

    private Employee Row(long version, DateOnly? effective, DateOnly? left) => new()
    {
        SourceSystem = Origin.System,
        SourceId = Id,
        Version = version,
        Name = Name,
        EffectiveDate = effective,
        Role = Role,
        OrganisationId = OrganisationId,
        ManagerId = ManagerId,
        Region = Region,
        HiredDate = Hired,
        LeftDate = left,
    };
}
