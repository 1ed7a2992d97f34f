namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>
/// Which parts of an answer are on their way, and what may be told when. A fragment is told of once what is around it has been sent, and sent when
/// all its fields are there; one that lost a field that may not be null is ended with the errors instead, and what lies within it is never told of.
/// </summary>
internal sealed class Delivery(PartRunner runner)
{
    private readonly List<DeferredFragment> _fragments = [];
    private readonly List<ItemStream> _streams = [];
    private readonly List<Func<(Task<PartResult> Task, DeferredPart? Part, ItemStream? Stream)>> _waiting = [];
    private readonly List<(Task<PartResult> Task, DeferredPart? Part, ItemStream? Stream)> _running = [];
    private int _ids;

    /// <summary>Whether the caller was told of something whose end it has not been told of.</summary>
    public bool HasNext => _fragments.Count + _streams.Count > 0;

    /// <summary>What the caller knows those by.</summary>
    public IEnumerable<string> OpenIds => _fragments.Select(fragment => fragment.Id!).Concat(_streams.Select(stream => stream.Id!));

    /// <summary>Takes up what the first part put off.</summary>
    public Payload Begin(LaterWork later)
    {
        Payload payload = new();
        Link(later);
        Announce(later, payload);
        return payload;
    }

    /// <summary>Waits until there is something to tell.</summary>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public async Task<Payload> NextAsync()
    {
        Payload payload = new();
        while (payload.IsEmpty && HasNext)
        {
            // Begun only now: nothing of what is sent later holds back what is sent first.
            _running.AddRange(_waiting.Select(begin => begin()));
            _waiting.Clear();
            await Task.WhenAny(_running.Select(run => run.Task));
            foreach ((Task<PartResult> task, DeferredPart? part, ItemStream? stream) in _running.Where(run => run.Task.IsCompleted).ToList())
            {
                _running.RemoveAll(run => ReferenceEquals(run.Task, task));
                PartResult result = await task;
                if (part is not null)
                {
                    Take(part, result, payload);
                }
                else
                {
                    Take(stream!, result, payload);
                }
            }
        }

        return payload;
    }

    /// <summary>Waits for what still runs, whatever comes of it.</summary>
    public async Task EndAsync()
    {
        foreach ((Task<PartResult> task, _, _) in _running)
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _streams.ForEach(stream => stream.Abandon());
    }

    /// <summary>Tells every fragment of its parts and of those within it.</summary>
    private static void Link(LaterWork later)
    {
        foreach (DeferredPart part in later.Parts)
        {
            foreach (DeferredFragment fragment in part.Fragments)
            {
                fragment.Parts.Add(part);
                Link(fragment);
            }
        }
    }

    private static void Link(DeferredFragment fragment)
    {
        for (DeferredFragment child = fragment; child.Parent is { } parent && !parent.Children.Contains(child); child = parent)
        {
            parent.Children.Add(child);
        }
    }

    /// <summary>Tells of what a part put off once the part itself is sent.</summary>
    private void Announce(LaterWork later, Payload payload)
    {
        foreach (DeferredFragment fragment in later.Parts.SelectMany(part => part.Fragments).Select(Outermost).Distinct().ToList())
        {
            Announce(fragment, payload);
        }

        foreach (ItemStream stream in later.Streams)
        {
            stream.Id = NewId();
            payload.Announce(stream.Id, stream.Path, stream.Label);
            _streams.Add(stream);
            Run(stream);
        }
    }

    /// <summary>The fragment or the one around it that no other one holds back.</summary>
    private static DeferredFragment Outermost(DeferredFragment fragment)
    {
        while (fragment.Parent is { IsDone: false } parent)
        {
            fragment = parent;
        }

        return fragment;
    }

    private void Announce(DeferredFragment fragment, Payload payload)
    {
        if (fragment.IsDone)
        {
            return;
        }

        if (fragment.Id is not null)
        {
            // Its parts may have become more.
            fragment.Parts.ForEach(Run);
            return;
        }

        if (fragment.Parts.Count == 0)
        {
            fragment.IsDone = true;
            fragment.Children.ForEach(child => Announce(child, payload));
            return;
        }

        fragment.Id = NewId();
        payload.Announce(fragment.Id, fragment.Path, fragment.Label);
        _fragments.Add(fragment);
        fragment.Parts.ForEach(Run);
        TrySend(fragment, payload);
    }

    private void Take(DeferredPart part, PartResult result, Payload payload)
    {
        part.Result = result;
        if (!result.IsWritten)
        {
            foreach (DeferredFragment fragment in part.Fragments)
            {
                Fail(fragment, result.Errors, payload);
            }

            return;
        }

        Link(result.Later);
        foreach (DeferredFragment fragment in result.Later.Parts.SelectMany(later => later.Fragments).Where(fragment => fragment.Id is not null))
        {
            fragment.Parts.ForEach(Run);
        }

        foreach (DeferredFragment fragment in part.Fragments)
        {
            TrySend(fragment, payload);
        }
    }

    private void Take(ItemStream stream, PartResult result, Payload payload)
    {
        if (result.IsWritten)
        {
            Link(result.Later);
            payload.GiveItems(stream.Id!, result);
            Announce(result.Later, payload);
        }

        if (result.IsLast)
        {
            End(stream, result.Failure, payload);
        }
        else
        {
            Run(stream);
        }
    }

    /// <summary>Sends a fragment whose fields are all there, and tells of those within it.</summary>
    private void TrySend(DeferredFragment fragment, Payload payload)
    {
        if (fragment.Id is null || fragment.IsDone || fragment.Parts.Exists(part => part.Result is null))
        {
            return;
        }

        fragment.IsDone = true;
        List<DeferredPart> sent = fragment.Parts.FindAll(part => !part.IsSent);
        foreach (DeferredPart part in sent)
        {
            part.IsSent = true;
            DeferredFragment nearest = part.Fragments.Where(_fragments.Contains).MaxBy(candidate => candidate.Path.Length)!;
            payload.Give(nearest.Id!, part.Path[nearest.Path.Length..], part.Result!);
        }

        _fragments.Remove(fragment);
        payload.Complete(fragment.Id, []);
        sent.ForEach(part => Announce(part.Result!.Later, payload));
        fragment.Children.ForEach(child => Announce(child, payload));
    }

    private void Fail(DeferredFragment fragment, IReadOnlyList<GraphQLError> errors, Payload payload)
    {
        if (fragment.IsDone)
        {
            return;
        }

        fragment.IsDone = true;
        if (_fragments.Remove(fragment))
        {
            payload.Complete(fragment.Id!, errors);
        }
    }

    private void End(ItemStream stream, IReadOnlyList<GraphQLError> errors, Payload payload)
    {
        _streams.Remove(stream);
        payload.Complete(stream.Id!, errors);
    }

    private void Run(DeferredPart part)
    {
        if (!part.IsStarted)
        {
            part.IsStarted = true;
            _waiting.Add(() => (Task.Run(() => runner.RunAsync(part)), part, null));
        }
    }

    private void Run(ItemStream stream) => _waiting.Add(() => (Task.Run(() => runner.RunAsync(stream)), null, stream));

    private string NewId() => (_ids++).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
