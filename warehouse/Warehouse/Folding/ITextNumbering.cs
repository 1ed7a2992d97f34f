using ProdSales.Warehouse.Columns;

namespace ProdSales.Warehouse.Folding;

/// <summary>Gives texts numbers before they are folded: of a column that the engine keeps with a dictionary, once for each of its texts and not for each row.</summary>
public interface ITextNumbering
{
    /// <summary>Writes the number of each text; called by several threads at once, also for texts that no row of the statement has.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="numbers">Where the numbers are written, as many; the number of a null is 0.</param>
    void Number(ColumnVector texts, Span<int> numbers);
}
