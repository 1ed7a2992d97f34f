using ProdSales.Loading.Dimensions;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Facts;

/// <summary>Writes slices into a fact, or into the rows that are still to be held against it, and sets bad rows aside.</summary>
internal sealed class FactWriter(
    Batch batch,
    StarTable star,
    RowRules rules,
    IReadOnlyList<ResultColumn> input,
    CandidateRows? candidates,
    FeedTally tally) : IDisposable
{
    private readonly FactInsert _insert = new(star, rules, batch.GroupCurrency, batch.Id);
    private readonly InferredMembers _inferred = new(batch);
    private readonly AppendedColumns _held = new(star, input, isWhole: false);
    private readonly AppendedColumns _whole = new(star, input, isWhole: true);

    /// <summary>Writes a slice.</summary>
    internal void Write(FactSlice slice)
    {
        tally.Inferred += _inferred.Make(slice.Missing);
        bool hasChecks = slice.Needs.HasFlag(ChunkNeeds.Checks);
        AppendedColumns columns = hasChecks ? _whole : _held;
        string target = candidates is null ? star.Name : CandidateRows.Table;
        Append(slice, columns, _insert.Statement(target, hasChecks, slice.Needs.HasFlag(ChunkNeeds.Conversion)));
        if (hasChecks)
        {
            Append(slice, columns, PendingRefusals.Statement(star, rules));
        }

        candidates?.Add(slice.RowCount);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _held.Dispose();
        _whole.Dispose();
    }

    private void Append(FactSlice slice, AppendedColumns columns, string sql)
    {
        using ChunkAppender appender = ChunkAppender.ToStatement(batch.Transaction, sql, columns.Columns);
        foreach ((DataChunk rows, RowKeys keys) in slice.Chunks)
        {
            appender.Append(columns.Join(rows, keys));
        }

        appender.Close();
    }
}
