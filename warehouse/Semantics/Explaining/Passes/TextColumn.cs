using System.Collections.Concurrent;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Folding;

namespace ProdSales.Semantics;

/// <summary>A column of texts that the rows of a fact have themselves; each text has one number, whichever thread meets it first.</summary>
internal sealed class TextColumn : ITextNumbering
{
    private readonly ConcurrentBag<TextCodes> _idle = [];

    /// <summary>The numbers.</summary>
    internal TextNumbers Numbers { get; } = new();

    /// <inheritdoc/>
    public void Number(ColumnVector texts, Span<int> numbers)
    {
        if (!_idle.TryTake(out TextCodes? codes))
        {
            codes = new TextCodes(Numbers);
        }

        codes.Read(texts, numbers);
        _idle.Add(codes);
    }
}
