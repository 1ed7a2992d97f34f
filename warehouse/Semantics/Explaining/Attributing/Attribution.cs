namespace ProdSales.Semantics;

/// <summary>Attributes a change to the members of each dimension.</summary>
internal static class Attribution
{
    internal static DimensionAttribution Of(SumsByMember table, int dimension, decimal change)
    {
        Sides[] sums = table.MemberSums[dimension];
        Contribution[] parts = [.. sums.Select(part => Contribution.Of(part, table.Whole, table.IsRatio))];
        int places = Rounding.Places(table.IsRatio);
        decimal[] told = Rounding.Exact([.. parts.SelectMany(part => (decimal[])[part.Mix, part.Rate])], change, places);
        MemberContribution[] members =
        [
            .. sums.Select((part, index) => Told(table, table.Members[dimension][index], part, told[2 * index], told[(2 * index) + 1]))
                .OrderByDescending(member => Math.Abs(member.Contribution)),
        ];
        return new DimensionAttribution(
            table.Dimensions[dimension], members, table.IsRatio ? members.Sum(member => member.Mix) : null, table.IsRatio ? members.Sum(member => member.Rate) : null);
    }

    private static MemberContribution Told(SumsByMember table, SegmentMember member, Sides part, decimal mix, decimal rate) => new(
        member,
        Rounded(part.Before.Value(table.IsRatio), table.IsRatio),
        Rounded(part.Now.Value(table.IsRatio), table.IsRatio),
        mix + rate,
        table.IsRatio ? mix : null,
        table.IsRatio ? rate : null);

    internal static decimal? Rounded(decimal? value, bool isRatio) => value is { } known ? Math.Round(known, Rounding.Places(isRatio)) : null;
}
