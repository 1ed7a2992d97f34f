using System.Diagnostics.CodeAnalysis;
using ProdSales.Native.Shapes;

namespace ProdSales.Warehouse.Arrow;

/// <summary>Up to 2,048 rows in Arrow's form, in the engine's own memory. Valid until it is disposed.</summary>
public sealed unsafe class ArrowBatch : IDisposable
{
    private readonly ArrowLayout _rows = new();
    private readonly List<ArrowValues> _dictionaries = [];
    private ArrowArray _array;

    /// <summary>Takes an array over.</summary>
    internal ArrowBatch(IReadOnlyList<ArrowField> fields, ArrowArray array)
    {
        _array = array;
        for (int column = 0; column < fields.Count; column++)
        {
            _rows.Add(fields[column], _array.Children[column]);
            AddDictionaries(fields[column], _array.Children[column]);
        }
    }

    /// <summary>Gives the memory of a batch back that nobody disposed.</summary>
    [SuppressMessage("Design", "MA0055", Justification = "The array is a struct of the engine, released through a function of its own, so no SafeHandle can hold it")]
    ~ArrowBatch() => Release();

    /// <summary>Gets the number of rows.</summary>
    public long Length => _array.Length;

    /// <summary>Gets the rows.</summary>
    public ArrowValues Rows => new(Length, _rows);

    /// <summary>Gets the values that the codes of dictionaries stand for, in the order in which their fields come, inner ones after what they are in.</summary>
    public IReadOnlyList<ArrowValues> Dictionaries => _dictionaries;

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void AddDictionaries(ArrowField field, ArrowArray* array)
    {
        if (field.Dictionary is { } values)
        {
            ArrowLayout layout = new();
            layout.Add(values, array->Dictionary);
            _dictionaries.Add(new ArrowValues(array->Dictionary->Length, layout));
        }

        for (int child = 0; child < field.Children.Count; child++)
        {
            AddDictionaries(field.Children[child], array->Children[child]);
        }
    }

    private void Release()
    {
        if (_array.Release is not null)
        {
            fixed (ArrowArray* array = &_array)
            {
                _array.Release(array);
            }
        }
    }
}
