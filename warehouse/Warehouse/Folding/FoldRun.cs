using System.Collections.Concurrent;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Warehouse.Folding;

/// <summary>One statement whose rows are folded, found by its number from the threads of the engine.</summary>
internal abstract class FoldRun : IDisposable
{
    private static readonly ConcurrentDictionary<long, FoldRun> Running = new();
    private static long _last;

    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyDictionary<string, ITextNumbering> _numbered;
    private volatile ResultColumn[]? _columns;

    protected FoldRun(IReadOnlyList<string> names, IReadOnlyDictionary<string, ITextNumbering> numbered)
    {
        _names = names;
        _numbered = numbered;
        Number = Interlocked.Increment(ref _last);
        Running[Number] = this;
    }

    /// <summary>The number by which the statement names the run.</summary>
    internal long Number { get; }

    /// <summary>What a fold threw first; null while none did.</summary>
    internal Exception? Thrown { get; private set; }

    /// <summary>The run of a number.</summary>
    /// <exception cref="InvalidOperationException">No statement with that number runs.</exception>
    internal static FoldRun Of(long number) =>
        Running.TryGetValue(number, out FoldRun? run) ? run : throw new InvalidOperationException($"No rows are folded under the number {number}.");

    /// <summary>Writes the numbers of texts of a column, by its place.</summary>
    internal void NumberTexts(int column, ColumnVector texts, Span<int> numbers) => _numbered[_names[column]].Number(texts, numbers);

    /// <summary>Makes a fold that has kept nothing.</summary>
    internal abstract object Start();

    /// <summary>Gives rows to a fold of this run.</summary>
    internal abstract void Add(object fold, DataChunk rows);

    /// <summary>Gives what one fold of this run has kept to another.</summary>
    internal abstract void Merge(object into, object other);

    /// <summary>Takes the fold that has everything.</summary>
    /// <exception cref="InvalidOperationException">There is another one already: the statement groups its rows.</exception>
    internal abstract void End(object fold);

    /// <summary>The rows that the engine lends, without the number that comes behind their columns.</summary>
    internal DataChunk Rows(nint chunk)
    {
        ChunkHandle lent = ChunkHandle.Lent(chunk);
        return new DataChunk(lent, _columns ??= [.. _names.Select((name, column) => new ResultColumn(name, TypeOf(lent, column)))]);
    }

    /// <summary>Keeps what a fold threw, to be thrown where the statement was run.</summary>
    internal void Failed(Exception thrown) => Thrown ??= thrown;

    /// <inheritdoc/>
    public void Dispose() => Running.TryRemove(Number, out _);

    private static ColumnType TypeOf(ChunkHandle chunk, int column) =>
        ColumnType.ReadAndRelease(LibDuckDb.VectorType(LibDuckDb.ChunkVector(chunk, (ulong)column)));
}

/// <summary>A run of one kind of fold.</summary>
internal sealed class FoldRun<T>(IReadOnlyList<string> names, IReadOnlyDictionary<string, ITextNumbering> numbered, Func<T> start) : FoldRun(names, numbered)
    where T : class, IRowFold<T>
{
    private T? _ended;

    /// <summary>What all rows came to.</summary>
    internal T Result => _ended ?? start();

    /// <inheritdoc/>
    internal override object Start() => start();

    /// <inheritdoc/>
    internal override void Add(object fold, DataChunk rows) => ((T)fold).Add(rows);

    /// <inheritdoc/>
    internal override void Merge(object into, object other) => ((T)into).Merge((T)other);

    /// <inheritdoc/>
    internal override void End(object fold) =>
        _ended = _ended is null ? (T)fold : throw new InvalidOperationException("Rows are folded into one whole; the statement groups them.");
}
