using System.Collections;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Incremental;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <content>What is sent after the first part of an answer.</content>
internal sealed partial class OperationRun
{
    /// <summary>Bytes of items after which those that are ready are sent.</summary>
    private const int BatchBytes = 32 * 1024;

    private DeferScope? _scope;
    private LaterWork? _later;

    /// <summary>Begins a run whose answer comes in parts.</summary>
    /// <param name="later">Takes what is put off.</param>
    public void PutOffTo(LaterWork later) => _later = later;

    /// <summary>Runs fields that were put off.</summary>
    public async Task<PartResult> RunPartAsync(OperationPlan plan, VariableValues variables, DeferredPart part, LaterWork later)
    {
        Begin(plan, variables, part.Path);
        _scope = part.Scope;
        _later = later;
        Place place = Here();
        bool isWritten = await WriteObjectAsync(part.Selection, part.Source, Start(part.Selection, part.Source));
        if (!isWritten)
        {
            Return(place);
        }

        return await ResultAsync(isWritten);
    }

    /// <summary>Runs the next items of a list: those that are ready at once, and the first that has to be waited for.</summary>
    public async Task<PartResult> RunItemsAsync(OperationPlan plan, VariableValues variables, ItemStream stream, LaterWork later)
    {
        Begin(plan, variables, stream.Path);
        _scope = stream.Scope;
        _later = later;
        Writer.StartArray();
        _path.Enter();
        int items = 0;
        int errors = 0;
        GraphQLError? broken = null;
        bool isWritten = true;
        bool hasMore = true;
        bool isReady = true;
        while (hasMore && isReady && Writer.Written.Length < BatchBytes)
        {
            Place place = Here();
            errors = _errors.Count;
            _path.At(stream.Next++);
            ValueTask<bool> written = WriteValueAsync(stream.Field, stream.Item, stream.Each.Current);
            isReady = written.IsCompleted;
            isWritten = await written;
            if (isWritten)
            {
                items++;
                hasMore = MovesOn(stream.Each, ref broken);
            }
            else
            {
                Return(place);
                hasMore = false;
            }
        }

        Writer.EndArray();
        LeaveStream(stream, hasMore, ref broken);
        errors = isWritten ? _errors.Count : errors;
        if (broken is not null)
        {
            AddError(broken, stream.Field);
        }

        GraphQLError[] failure = [.. _errors.Skip(errors)];
        _errors.RemoveRange(errors, failure.Length);
        return await ResultAsync(items > 0) with { IsLast = !hasMore, Failure = failure };
    }

    private void LeaveStream(ItemStream stream, bool hasMore, ref GraphQLError? broken)
    {
        _path.Leave();
        if (!hasMore)
        {
            End(stream.Each, ref broken);
        }
    }

    private async ValueTask<PartResult> ResultAsync(bool isWritten)
    {
        await ObserveAbandonedAsync();
        context.CancellationToken.ThrowIfCancellationRequested();
        return new PartResult(Writer, isWritten, _errors, _later!);
    }

    private Place Here() => new(Writer.Mark(), _later?.Count ?? 0);

    private void Return(Place place)
    {
        Writer.Rollback(place.Mark);
        _later?.Return(place.Later);
    }

    /// <summary>Begins the parts whose <c>@defer</c>s stand at an object, and gives the fields that are written with it: more than planned where nothing may be put off any more.</summary>
    private SelectionPlan BeginParts(SelectionPlan planned)
    {
        if (planned.NewUsages.Length > 0)
        {
            bool isPutOff = _later!.Budget.TryTake(planned.NewUsages.Length);
            object[] path = _path.ToArray();
            foreach (DeferUsage usage in planned.NewUsages)
            {
                _scope = new DeferScope(usage, isPutOff ? new DeferredFragment(path, usage.Label, DeferScope.Around(_scope, usage)) : null, _scope);
            }
        }

        DeferredSelection[] sentNow = Array.FindAll(planned.Deferred, later => Array.Exists(later.Usages, usage => DeferScope.Of(_scope, usage) is null));
        return sentNow.Length == 0 ? planned : new SelectionPlan(planned.Type, [.. planned.Fields, .. sentNow.SelectMany(later => later.Selection.Fields)])
        {
            NewUsages = planned.NewUsages,
            Deferred = [.. planned.Deferred.Except(sentNow)],
        };
    }

    private void PutOff(ObjectFrame frame)
    {
        foreach (DeferredSelection later in frame.Selection.Deferred)
        {
            DeferredFragment[] fragments = Array.ConvertAll(later.Usages, usage => DeferScope.Of(_scope, usage)!);
            _later!.Add(new DeferredPart(fragments, later.Selection, frame.Source, _path.ToArray(), _scope));
        }
    }

    /// <summary>Puts the rest of a list off, where its field says so and the whole operation may.</summary>
    /// <returns>Whether it is put off; the items are no longer the caller's then.</returns>
    private bool PutOff(PlannedField field, GraphType item, StreamUse? stream, IEnumerator each, int index)
    {
        if (index != stream?.InitialCount || !_later!.Budget.TryTake(1))
        {
            return false;
        }

        _later.Add(new ItemStream(field, item, _path.ToArray()[..^1], stream.Label, each, index, _scope));
        return true;
    }
}
