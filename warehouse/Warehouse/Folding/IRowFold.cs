using ProdSales.Warehouse.Columns;

namespace ProdSales.Warehouse.Folding;

/// <summary>Takes rows one after the other and keeps what they come to. One fold serves one thread of the engine; in the end they are merged into one.</summary>
/// <typeparam name="T">The fold itself.</typeparam>
public interface IRowFold<in T>
{
    /// <summary>Takes some rows, in no order that can be relied on.</summary>
    /// <param name="rows">The rows; the engine lends them until the call ends.</param>
    void Add(DataChunk rows);

    /// <summary>Takes what another fold has kept, which is not used after that.</summary>
    void Merge(T other);
}
