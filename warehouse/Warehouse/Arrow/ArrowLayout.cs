using System.Globalization;
using System.Numerics;
using ProdSales.Native.Shapes;

namespace ProdSales.Warehouse.Arrow;

/// <summary>Finds the buffers of an array by its type, in the order in which Arrow's messages list them: the C interface tells where they begin and not how long they are.</summary>
internal sealed unsafe class ArrowLayout
{
    private readonly List<ArrowNode> _nodes = [];
    private readonly List<ArrowBuffer> _buffers = [];

    public IReadOnlyList<ArrowNode> Nodes => _nodes;

    public IReadOnlyList<ArrowBuffer> Buffers => _buffers;

    /// <summary>Adds one array with all inside it; a dictionary's values are left to the caller.</summary>
    public void Add(ArrowField field, ArrowArray* array)
    {
        if (array->Offset != 0)
        {
            throw new NotSupportedException($"The array of {field.Name} begins at {array->Offset}; only arrays that begin at 0 are read.");
        }

        _nodes.Add(new ArrowNode(array->Length, Nulls(field, array)));
        if (field.Format == "n")
        {
            return;
        }

        AddBuffer(array, 0, Bits(array->Length));
        AddValues(field, array);
        for (int child = 0; child < field.Children.Count; child++)
        {
            Add(field.Children[child], array->Children[child]);
        }
    }

    private void AddValues(ArrowField field, ArrowArray* array)
    {
        switch (field.Format)
        {
            case "u" or "z":
                AddOffsets(array, sizeof(int));
                AddBuffer(array, 2, array->Length == 0 ? 0 : ((int*)array->Buffers[1])[array->Length]);
                break;
            case "U" or "Z":
                AddOffsets(array, sizeof(long));
                AddBuffer(array, 2, array->Length == 0 ? 0 : ((long*)array->Buffers[1])[array->Length]);
                break;
            case "+l" or "+m":
                AddOffsets(array, sizeof(int));
                break;
            case "+L":
                AddOffsets(array, sizeof(long));
                break;
            case "b":
                AddBuffer(array, 1, Bits(array->Length));
                break;
            case "+s":
            case { } fixedSize when fixedSize.StartsWith("+w:", StringComparison.Ordinal):
                break;
            default:
                AddBuffer(array, 1, array->Length * WidthOf(field.Format));
                break;
        }
    }

    private void AddOffsets(ArrowArray* array, int width) => AddBuffer(array, 1, (array->Length + 1) * width);

    private void AddBuffer(ArrowArray* array, int index, long length)
    {
        nint address = (nint)array->Buffers[index];
        _buffers.Add(address == 0 ? default : new ArrowBuffer(address, length));
    }

    private static long Bits(long length) => (length + 7) / 8;

    private static long Nulls(ArrowField field, ArrowArray* array)
    {
        if (array->NullCount >= 0 || field.Format == "n")
        {
            return field.Format == "n" ? array->Length : array->NullCount;
        }

        byte* validity = (byte*)array->Buffers[0];
        if (validity is null)
        {
            return 0;
        }

        long present = 0;
        for (long row = 0; row < array->Length; row += 8)
        {
            int rest = (int)Math.Min(8, array->Length - row);
            present += BitOperations.PopCount((uint)(validity[row / 8] & ((1 << rest) - 1)));
        }

        return array->Length - present;
    }

    /// <summary>The bytes of one value of a type of fixed width.</summary>
    /// <exception cref="NotSupportedException">The type is none that results have.</exception>
    public static int WidthOf(string format) => format[0] switch
    {
        'c' or 'C' => 1,
        's' or 'S' => 2,
        'i' or 'I' or 'f' => 4,
        'l' or 'L' or 'g' => 8,
        'd' => DecimalBits(format) / 8,
        't' when format is "tdD" => 4,
        't' when format is "tin" => 16,
        't' when format.StartsWith("ts", StringComparison.Ordinal) || format is "ttu" or "ttn" => 8,
        'w' => int.Parse(format.AsSpan(2), CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Arrow type \"{format}\" is none that results have."),
    };

    private static int DecimalBits(string format) => format.Split(',') is [_, _, { } bits] ? int.Parse(bits, CultureInfo.InvariantCulture) : 128;
}
