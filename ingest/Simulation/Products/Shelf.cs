using System.Collections;
using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Products;

/// <summary>Items that are chosen among by popularity.</summary>
internal sealed class Shelf : IReadOnlyList<CatalogueItem>
{
    private readonly CatalogueItem[] _items;
    private readonly double[] _popularityUpTo;

    internal Shelf(IEnumerable<CatalogueItem> items)
    {
        _items = [.. items];
        _popularityUpTo = new double[_items.Length];
        double sum = 0;
        for (int index = 0; index < _items.Length; index++)
        {
            _popularityUpTo[index] = sum += _items[index].Popularity;
        }
    }

    public int Count => _items.Length;

    public CatalogueItem this[int index] => _items[index];

    /// <summary>Draws an item by popularity.</summary>
    internal CatalogueItem Draw(RandomStream dice)
    {
        double goal = dice.Unit() * _popularityUpTo[^1];
        int index = 0;
        while (index < _items.Length - 1 && _popularityUpTo[index] <= goal)
        {
            index++;
        }

        return _items[index];
    }

    public IEnumerator<CatalogueItem> GetEnumerator() => ((IEnumerable<CatalogueItem>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
