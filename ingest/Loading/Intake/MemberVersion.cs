namespace ProdSales.Loading.Intake;

/// <summary>One version of a member, as far as a fact needs it.</summary>
/// <param name="FromDay">The first day of the version in days since 1970-01-01; it ends where the next one of the member begins.</param>
/// <param name="Key">The key that facts of its days hold.</param>
/// <param name="RegionKey">The key of its region; <see cref="NoRegion"/> where the version names none.</param>
internal readonly record struct MemberVersion(int FromDay, int Key, int RegionKey)
{
    /// <summary>Stands for a region that is not named; 0 would be the unknown region.</summary>
    internal const int NoRegion = -1;
}
