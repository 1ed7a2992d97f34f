namespace ProdSales.Simulation.Production;

/// <summary>A step of a routing: where it is done, and its standard minutes.</summary>
internal sealed record Operation(int Sequence, string Name, WorkCentreState Centre, double UnitMinutes, double SetupMinutes)
{
    internal const int Welding = 10;

    internal const int Testing = 40;

    internal const int Inspection = 50;

    private static readonly (int Sequence, string Name, string Kind)[] Kinds =
        [(Welding, "下料焊接", "make"), (20, "涂装", "make"), (30, "总装", "assemble"), (Testing, "调试", "test"), (Inspection, "终检", "inspect")];

    internal string Id => IdOf(Sequence);

    internal static IEnumerable<Feeds.Operation> Rows() => Kinds.Select(kind => new Feeds.Operation
    {
        SourceSystem = Origin.System,
        SourceId = IdOf(kind.Sequence),
        Name = kind.Name,
        Sequence = kind.Sequence,
        Kind = kind.Kind,
    });

    private static string IdOf(int sequence) => $"OP-{sequence}";
}
