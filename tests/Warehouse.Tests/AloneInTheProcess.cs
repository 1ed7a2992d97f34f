namespace ProdSales.Warehouse.Tests;

/// <summary>Tests that read a figure of the whole process, such as its resident memory: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "alone in the process";
}
