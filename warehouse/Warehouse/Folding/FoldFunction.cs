using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Warehouse.Folding;

/// <summary>The aggregate function through which the engine gives rows to folds: any columns, then the number of the run.</summary>
/// <remarks>
/// The engine calls it on its own threads. Nothing that is thrown crosses the border: it becomes the error of the statement. A state holds a fold and its run
/// by one handle, so that the engine may move it, merge it into another and destroy it as it likes.
/// </remarks>
internal static unsafe class FoldFunction
{
    /// <summary>What statements call it.</summary>
    internal const string Name = "fold_rows";

    /// <summary>Columns that it takes at most beside the number.</summary>
    internal const int MostColumns = 40;

    private const int AnyType = 34;

    /// <summary>Makes the function known to an instance, for all of its sessions.</summary>
    /// <exception cref="WarehouseException">The engine refused it.</exception>
    internal static void Register(ConnectionHandle connection)
    {
        using AggregateSetHandle set = LibDuckDb.CreateAggregateSet(Name);
        using LogicalTypeHandle any = LibDuckDb.CreateLogicalType(AnyType);
        using LogicalTypeHandle number = LibDuckDb.CreateLogicalType((int)DuckDbType.BigInt);
        using LogicalTypeHandle told = LibDuckDb.CreateLogicalType((int)DuckDbType.Boolean);
        for (int columns = 1; columns <= MostColumns; columns++)
        {
            using AggregateHandle function = LibDuckDb.CreateAggregate();
            LibDuckDb.SetAggregateName(function, Name);
            for (int i = 0; i < columns; i++)
            {
                LibDuckDb.AddAggregateParameter(function, any);
            }

            LibDuckDb.AddAggregateParameter(function, number);
            LibDuckDb.SetAggregateReturnType(function, told);
            LibDuckDb.TakeNullsToo(function);
            LibDuckDb.SetAggregateFunctions(
                function,
                (delegate* unmanaged[Cdecl]<nint, ulong>)&StateSize,
                (delegate* unmanaged[Cdecl]<nint, nint*, void>)&Start,
                (delegate* unmanaged[Cdecl]<nint, nint, nint**, void>)&Add,
                (delegate* unmanaged[Cdecl]<nint, nint**, nint**, ulong, void>)&Merge,
                (delegate* unmanaged[Cdecl]<nint, nint**, nint, ulong, ulong, void>)&End);
            LibDuckDb.SetAggregateDestructor(function, (delegate* unmanaged[Cdecl]<nint**, ulong, void>)&Destroy);
            LibDuckDb.AddToSet(set, function);
        }

        if (LibDuckDb.RegisterAggregateSet(connection, set) != NativeState.Success)
        {
            throw new WarehouseException($"The engine refused the function {Name}.", kind: WarehouseErrorKind.Fatal);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ulong StateSize(nint call) => (ulong)sizeof(nint);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Start(nint call, nint* state) => *state = 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Add(nint call, nint chunk, nint** states)
    {
        FoldRun? run = null;
        try
        {
            using ChunkHandle lent = ChunkHandle.Lent(chunk);
            if (LibDuckDb.ChunkSize(lent) == 0)
            {
                return;
            }

            run = FoldRun.Of(*(long*)LibDuckDb.VectorValues(LibDuckDb.ChunkVector(lent, LibDuckDb.ChunkColumnCount(lent) - 1)));
            using DataChunk rows = run.Rows(chunk);
            run.Add(FoldOf(run, states[0]).Fold, rows);
        }
        catch (Exception thrown)
        {
            Fail(call, run, thrown);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Merge(nint call, nint** others, nint** states, ulong count)
    {
        FoldRun? run = null;
        try
        {
            for (ulong i = 0; i < count; i++)
            {
                if (*states[i] == 0)
                {
                    (*states[i], *others[i]) = (*others[i], 0);
                }
                else if (*others[i] != 0)
                {
                    HeldFold other = HeldBy(*others[i]);
                    run = other.Run;
                    run.Merge(HeldBy(*states[i]).Fold, other.Fold);
                }
            }
        }
        catch (Exception thrown)
        {
            Fail(call, run, thrown);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void End(nint call, nint** states, nint result, ulong count, ulong offset)
    {
        FoldRun? run = null;
        try
        {
            byte* told = (byte*)LibDuckDb.VectorValues(result) + offset;
            for (ulong i = 0; i < count; i++)
            {
                told[i] = *states[i] == 0 ? (byte)0 : (byte)1;
                if (*states[i] != 0)
                {
                    HeldFold held = HeldBy(*states[i]);
                    run = held.Run;
                    run.End(held.Fold);
                }
            }
        }
        catch (Exception thrown)
        {
            Fail(call, run, thrown);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Destroy(nint** states, ulong count)
    {
        for (ulong i = 0; i < count; i++)
        {
            if (*states[i] != 0)
            {
                GCHandle.FromIntPtr(*states[i]).Free();
                *states[i] = 0;
            }
        }
    }

    private static HeldFold FoldOf(FoldRun run, nint* state)
    {
        if (*state == 0)
        {
            *state = GCHandle.ToIntPtr(GCHandle.Alloc(new HeldFold(run, run.Start())));
        }

        return HeldBy(*state);
    }

    private static HeldFold HeldBy(nint state) => (HeldFold)GCHandle.FromIntPtr(state).Target!;

    private static void Fail(nint call, FoldRun? run, Exception thrown)
    {
        run?.Failed(thrown);
        LibDuckDb.SetAggregateError(call, thrown.Message);
    }

    private sealed record HeldFold(FoldRun Run, object Fold);
}
