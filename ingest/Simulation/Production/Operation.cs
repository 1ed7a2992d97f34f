namespace ProdSales.Simulation.Production;

/// <summary>A step of a routing: where it is done, and its standard minutes.</summary>
internal sealed record Operation(int Sequence, string Name, WorkCentreState Centre, double UnitMinutes, double SetupMinutes)
{
    internal const int Welding = 10;

    internal const int Testing = 40;

    internal const int Inspection = 50;
}
