using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Responses;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Execution.Running;

/// <content>Fields that a resolver writes with everything below them.</content>
internal sealed partial class OperationRun
{
    private async ValueTask<bool> WriteSubtreeAsync(ObjectFrame frame, int index, ISubtreeResolver resolver)
    {
        SelectionPlan selection = frame.Selection;
        PendingSubtrees pending = frame.Subtrees!;
        PlannedField field = selection.Fields[index];
        ResponseMark mark = Writer.Mark();
        if (!pending.Take(field, out Subtree? subtree))
        {
            (Arguments? arguments, GraphQLError? error) = field.ArgumentsFor(_variables);
            if (arguments is null)
            {
                return WriteError(field, field.Definition.Type, error!);
            }

            subtree = new Subtree(field.Select(_variables, arguments), Writer, ownsWriter: false, _path.ToArray());
            bool isSerial = _plan.Operation.Kind == Language.Syntax.OperationKind.Mutation && ReferenceEquals(selection, _plan.Root);
            await ResolveAsync(resolver, [subtree, .. isSerial ? [] : Others(selection, index, resolver, pending)], frame.Source);
        }

        return Place(field, subtree!, mark);
    }

    /// <summary>The later fields of the selection set that share the resolver, each with a writer of its own.</summary>
    private List<Subtree> Others(SelectionPlan selection, int first, ISubtreeResolver resolver, PendingSubtrees pending)
    {
        List<Subtree> others = [];
        foreach (PlannedField field in selection.Fields.AsSpan(first + 1))
        {
            bool isShared = field.Definition.Resolution is SubtreeResolution other && ReferenceEquals(other.Resolver, resolver);
            if (isShared && field.ArgumentsFor(_variables).Arguments is { } arguments)
            {
                _path.At(field.ResponseName);
                Subtree subtree = new(field.Select(_variables, arguments), new ResponseWriter(), ownsWriter: true, _path.ToArray());
                pending.Add(field, subtree);
                others.Add(subtree);
            }
        }

        _path.At(selection.Fields[first].ResponseName);
        return others;
    }

    private async ValueTask ResolveAsync(ISubtreeResolver resolver, IReadOnlyList<Subtree> subtrees, object? source)
    {
        try
        {
            await resolver.ResolveAsync(new SubtreeBatch(source, subtrees, context), context.CancellationToken);
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            GraphQLError error = Describe(exception);
            foreach (Subtree subtree in subtrees)
            {
                subtree.Break(error);
            }
        }
    }

    private bool Place(PlannedField field, Subtree subtree, ResponseMark mark)
    {
        foreach (GraphQLError error in subtree.Errors)
        {
            AddError(error, field);
        }

        bool isEmpty = subtree.OwnsWriter ? subtree.Writer.Written.IsEmpty : Writer.Mark().Position == mark.Position;
        if (isEmpty && !subtree.HasFailed)
        {
            AddError(new GraphQLError(ErrorCodes.BadResult, $"Cannot show field {field.ParentType.Name}.{field.Definition.Name}: its resolver wrote nothing."), field);
        }

        bool hasValue = !isEmpty && !subtree.HasFailed;
        if (!hasValue)
        {
            Writer.Rollback(mark);
        }
        else if (subtree.OwnsWriter)
        {
            Writer.WriteRawValue(subtree.Writer.Written.Span);
        }

        if (subtree.OwnsWriter)
        {
            subtree.Writer.Dispose();
        }

        if (!hasValue && field.Definition.Type is not NonNullType)
        {
            Writer.WriteNull();
        }

        return hasValue || field.Definition.Type is not NonNullType;
    }
}
