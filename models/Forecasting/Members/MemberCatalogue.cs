using ProdSales.Forecasting.Smoothing;

namespace ProdSales.Forecasting.Members;

/// <summary>Every member by its name: those of combinations and those that others are compared with.</summary>
internal static class MemberCatalogue
{
    /// <summary>Gets all, the simplest first.</summary>
    internal static IReadOnlyList<IMember> All { get; } =
    [
        new NaiveMember(), new SeasonalNaiveMember(), new Naive2Member(),
        new SmoothingMember("ses", TrendForm.None), new SmoothingMember("holt", TrendForm.Linear), new SmoothingMember("damped", TrendForm.Damped),
        new ClassicThetaMember(), new DynamicThetaMember(), new AggregatedThetaMember(),
        new EtsMember(isAveraged: true), new EtsMember(isAveraged: false), new AdjustedEtsMember(), new ComplexSmoothingMember(),
        new AutoregressionMember(), new DriftingAutoregressionMember(), new AdjustedAutoregressionMember(), new SeasonalAutoregressionMember(),
    ];

    /// <summary>The member of that name.</summary>
    /// <exception cref="ArgumentException">There is none: the caller's fault.</exception>
    internal static IMember Of(string name) =>
        All.FirstOrDefault(member => member.Name == name) ?? throw new ArgumentException($"No member is named '{name}'.", nameof(name));
}
