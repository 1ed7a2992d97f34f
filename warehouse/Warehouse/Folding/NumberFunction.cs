using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Warehouse.Folding;

/// <summary>The scalar function through which the engine asks for the number of a text: the text, the number of the run, and the place of the column.</summary>
internal static unsafe class NumberFunction
{
    /// <summary>What statements call it.</summary>
    internal const string Name = "number_of_text";

    private static readonly ColumnType Text = ColumnType.Of(DuckDbType.Varchar);

    /// <summary>Makes the function known to an instance, for all of its sessions.</summary>
    /// <exception cref="WarehouseException">The engine refused it.</exception>
    internal static void Register(ConnectionHandle connection)
    {
        using ScalarHandle function = LibDuckDb.CreateScalar();
        LibDuckDb.SetScalarName(function, Name);
        foreach (DuckDbType kind in (DuckDbType[])[DuckDbType.Varchar, DuckDbType.BigInt, DuckDbType.Integer])
        {
            using LogicalTypeHandle type = LibDuckDb.CreateLogicalType((int)kind);
            LibDuckDb.AddScalarParameter(function, type);
        }

        using LogicalTypeHandle number = LibDuckDb.CreateLogicalType((int)DuckDbType.Integer);
        LibDuckDb.SetScalarReturnType(function, number);
        LibDuckDb.TakeNullsToo(function);
        LibDuckDb.SetScalarFunction(function, (delegate* unmanaged[Cdecl]<nint, nint, nint, void>)&Run);
        if (LibDuckDb.RegisterScalar(connection, function) != NativeState.Success)
        {
            throw new WarehouseException($"The engine refused the function {Name}.", kind: WarehouseErrorKind.Fatal);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(nint call, nint chunk, nint result)
    {
        FoldRun? run = null;
        try
        {
            using ChunkHandle lent = ChunkHandle.Lent(chunk);
            int count = (int)LibDuckDb.ChunkSize(lent);
            if (count == 0)
            {
                return;
            }

            run = FoldRun.Of(*(long*)LibDuckDb.VectorValues(LibDuckDb.ChunkVector(lent, 1)));
            int column = *(int*)LibDuckDb.VectorValues(LibDuckDb.ChunkVector(lent, 2));
            run.NumberTexts(column, new ColumnVector(LibDuckDb.ChunkVector(lent, 0), Text, count), new Span<int>(LibDuckDb.VectorValues(result), count));
        }
        catch (Exception thrown)
        {
            run?.Failed(thrown);
            LibDuckDb.SetScalarError(call, thrown.Message);
        }
    }
}
