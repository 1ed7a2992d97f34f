namespace ProdSales.Semantics;

/// <summary>Adds up rows as they stream by.</summary>
internal interface IRowTotals
{
    /// <summary>Adds some rows.</summary>
    void Add(RowBatch rows);
}
