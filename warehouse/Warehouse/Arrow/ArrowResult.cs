using System.Runtime.InteropServices;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Engine;

namespace ProdSales.Warehouse.Arrow;

/// <summary>Reads a result batch by batch in Arrow's form, through the engine's C data interface: nothing is turned into objects on the way.</summary>
public sealed class ArrowResult : IDisposable
{
    private readonly ResultChunks _chunks;
    private readonly ArrowOptionsHandle _options;

    /// <summary>Starts to read a result, which stays the caller's.</summary>
    /// <exception cref="WarehouseException">The engine has no Arrow form for a type of the result.</exception>
    public ArrowResult(ResultChunks chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        _chunks = chunks;
        _options = chunks.ArrowOptions();
        Fields = ReadFields();
    }

    /// <summary>Gets the fields in the order of the columns.</summary>
    public IReadOnlyList<ArrowField> Fields { get; }

    /// <summary>Gives the next batch; null at the end. The caller disposes it.</summary>
    /// <exception cref="WarehouseException">The statement failed on its way.</exception>
    /// <exception cref="OperationCanceledException">The token of the command was cancelled.</exception>
    public unsafe ArrowBatch? Next()
    {
        if (!_chunks.MoveNext())
        {
            return null;
        }

        ArrowArray array = default;
        using ErrorHandle error = LibDuckDb.ToArrowArray(_options, _chunks.Current.Handle, &array);
        Require(error);
        return new ArrowBatch(Fields, array);
    }

    /// <inheritdoc/>
    public void Dispose() => _options.Dispose();

    private unsafe ArrowField[] ReadFields()
    {
        int count = _chunks.Columns.Count;
        LogicalTypeHandle[] types = [.. Enumerable.Range(0, count).Select(_chunks.LogicalType)];
        nint[] names = [.. _chunks.Columns.Select(column => Marshal.StringToCoTaskMemUTF8(column.Name))];
        ArrowSchema schema = default;
        try
        {
            nint[] pointers = [.. types.Select(type => type.DangerousGetHandle())];
            fixed (nint* firstType = pointers, firstName = names)
            {
                using ErrorHandle error = LibDuckDb.ToArrowSchema(_options, firstType, firstName, (ulong)count, &schema);
                Require(error);
            }

            return ChildrenOf(&schema);
        }
        finally
        {
            Array.ForEach(types, type => type.Dispose());
            Array.ForEach(names, Marshal.FreeCoTaskMem);
            if (schema.Release is not null)
            {
                schema.Release(&schema);
            }
        }
    }

    private static unsafe ArrowField[] ChildrenOf(ArrowSchema* schema)
    {
        ArrowField[] fields = new ArrowField[schema->ChildCount];
        for (int child = 0; child < fields.Length; child++)
        {
            fields[child] = FieldOf(schema->Children[child]);
        }

        return fields;
    }

    private static unsafe ArrowField FieldOf(ArrowSchema* schema) => new(
        Marshal.PtrToStringUTF8((nint)schema->Name) ?? "",
        Marshal.PtrToStringUTF8((nint)schema->Format)!,
        (schema->Flags & 2) != 0,
        ChildrenOf(schema),
        schema->Dictionary is null ? null : FieldOf(schema->Dictionary));

    private static void Require(ErrorHandle error)
    {
        if (!error.IsInvalid && LibDuckDb.ErrorMessage(error) is { Length: > 0 } message)
        {
            throw EngineErrors.From(LibDuckDb.ErrorType(error), message, sql: null);
        }
    }
}
