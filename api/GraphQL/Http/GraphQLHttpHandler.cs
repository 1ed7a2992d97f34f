using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.GraphQL.Execution.Telemetry;
using ProdSales.GraphQL.Http.Parts;
using ProdSales.GraphQL.Http.Sockets;
using ProdSales.GraphQL.Http.Streams;

namespace ProdSales.GraphQL.Http;

/// <summary>GraphQL over HTTP: one request in, one response out, or a stream of them.</summary>
public sealed class GraphQLHttpHandler
{
    /// <summary>Seconds after which a client that was turned away for lack of room may come again.</summary>
    internal const string RetryAfter = "5";

    /// <summary>The header by which a caller asks for the cost: <c>report</c> beside the answer, <c>validate</c> in place of it.</summary>
    public const string CostHeader = "GraphQL-Cost";

    private const string PreflightHeader = "GraphQL-Require-Preflight";

    private readonly GraphQLEngine _engine;
    private readonly GraphQLHttpOptions _options;
    private readonly RequestReading _reading;
    private readonly WholeAnswers _whole;
    private readonly PartedAnswers _parts;
    private readonly EventStreams _streams;
    private readonly SocketAccess _sockets;
    private readonly BatchAnswers _batches;

    /// <summary>Makes a handler.</summary>
    /// <param name="engine">What answers.</param>
    /// <param name="options">How it is served.</param>
    public GraphQLHttpHandler(GraphQLEngine engine, GraphQLHttpOptions options)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(options);
        _engine = engine;
        _options = options;
        _reading = new RequestReading(options);
        _whole = new WholeAnswers(engine, options);
        _parts = new PartedAnswers(engine, options, _whole);
        AnswerStream answers = new(engine, options, _whole, _parts);
        ConnectionCount connections = new(options.Streams.Connections, options.Streams.ConnectionsOfOneUser);
        _batches = new BatchAnswers(engine, options, _whole);
        _streams = new EventStreams(answers, connections, options);
        _sockets = new SocketAccess(answers, _reading, options, connections);
    }

    /// <summary>Answers a request.</summary>
    public Task HandleAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        HttpRequest request = http.Request;
        if (http.WebSockets.IsWebSocketRequest)
        {
            return _sockets.HandleAsync(http);
        }

        string? token = EventStreams.TokenOf(request);
        bool isStream = MediaTypes.Prefers(request, EventStreams.MediaType);
        return (request.Method, token) switch
        {
            ("PUT", _) => _streams.ReserveAsync(http),
            ("DELETE", not null) => _streams.EndAsync(http, token),
            ("GET", not null) when isStream => _streams.OpenAsync(http, token),
            (_, not null) => BeginAsync(http, (streamed, asked) => _streams.BeginAsync(streamed, token, asked)),
            _ when isStream => BeginAsync(http, _streams.AnswerAsync),
            _ => RespondAsync(http),
        };
    }

    /// <summary>Reads a request whose answers go to a stream; what is wrong with the request itself is told as JSON.</summary>
    private async Task BeginAsync(HttpContext http, Func<HttpContext, GraphQLRequest, Task> begin)
    {
        (GraphQLRequest? request, HttpRefusal? problem) = (await ReadAsync(http)).Alone;
        await (request is null ? RefuseAsync(http, MediaTypes.Json, problem!) : begin(http, request with { State = _options.State(http) }));
    }

    private async Task RespondAsync(HttpContext http)
    {
        string? mediaType = MediaTypes.Negotiate(http.Request);
        if (mediaType is null)
        {
            await RefuseAsync(http, MediaTypes.Json, HttpRefusal.NotAcceptable());
            return;
        }

        ReadRequest read = await ReadAsync(http);
        await (read switch
        {
            { Single: { } request } => AnswerOneAsync(http, mediaType, request with { State = _options.State(http), CostMode = CostModeOf(http.Request) }),
            { Batch: { } requests } => _batches.AnswerAsync(http, requests),
            _ => RefuseAsync(http, mediaType, read.Refusal!),
        });
    }

    private static CostMode CostModeOf(HttpRequest request) => (string?)request.Headers[CostHeader] switch
    {
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        _ => CostMode.Enforce,
    };

    /// <summary>Reads a request with all checks of <see cref="HandleAsync"/> and hands its root fields over to be answered in another form than JSON.</summary>
    /// <param name="http">The request.</param>
    /// <param name="answer">Answers: the root fields of a query and the state of the request.</param>
    public async Task SelectAsync(HttpContext http, Func<IReadOnlyList<SelectedField>, object?, Task> answer)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(answer);
        (GraphQLRequest? request, HttpRefusal? problem) = (await ReadAsync(http)).Alone;
        if (request is null)
        {
            await RefuseAsync(http, MediaTypes.Json, problem!);
            return;
        }

        (IReadOnlyList<SelectedField> fields, IReadOnlyList<GraphQLError> errors) = _engine.Select(request with { IsReadOnly = true });
        if (errors.Count > 0)
        {
            using GraphQLResponse refused = GraphQLResponse.Refused(errors);
            await SendAsync(http, MediaTypes.Json, StatusCodes.Status400BadRequest, refused.Utf8);
            return;
        }

        await answer(fields, _options.State(http));
    }

    /// <summary>The schema as text, in the caller's words; 404 where the caller may not ask for it.</summary>
    public IResult SchemaText(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!_engine.ShowsSchemaTo(_options.State(http)))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, [.. _options.VariesBy]);
        return TypedResults.Text(_engine.SdlFor(_options.State(http)), "application/graphql", System.Text.Encoding.UTF8);
    }

    private async ValueTask<ReadRequest> ReadAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        if (HttpMethods.IsPost(request.Method))
        {
            return await _reading.ReadBodyAsync(request, http.RequestAborted);
        }

        if (!HttpMethods.IsGet(request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            return HttpRefusal.MethodNotServed(request.Method);
        }

        bool isForeign = request.Headers["Sec-Fetch-Site"] == "cross-site" && !request.Headers.ContainsKey(PreflightHeader);
        return isForeign ? HttpRefusal.ForeignSite(PreflightHeader) : _reading.ReadQuery(request.Query);
    }

    private Task AnswerOneAsync(HttpContext http, string mediaType, GraphQLRequest request) => MediaTypes.AllowsParts(http.Request) && _parts.Fits(request)
        ? MultipartStream.SendAsync(http, _parts.AnswersAsync(request, _options.Wording(http), http.RequestAborted), answer => Log(http, answer.Errors))
        : AnswerAsync(http, mediaType, request);

    private async Task AnswerAsync(HttpContext http, string mediaType, GraphQLRequest request)
    {
        using CancellationTokenSource time = _whole.Begin(http.RequestAborted);
        try
        {
            if (_options.Cache is { } cache)
            {
                await AnswerKeptAsync(http, mediaType, request, cache, time.Token);
                return;
            }

            using GraphQLResponse response = await _engine.ExecuteAsync(request, time.Token);
            Log(http, response.Errors);
            await SendAsync(http, mediaType, Status(http, mediaType, response.WasExecuted, response.Errors), response.Utf8);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, mediaType, HttpRefusal.TimedOut(_options.Timeout));
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private async Task AnswerKeptAsync(HttpContext http, string mediaType, GraphQLRequest request, IAnswerCache cache, CancellationToken cancellationToken)
    {
        bool isGet = HttpMethods.IsGet(http.Request.Method);
        bool isConditional = isGet && http.Request.Headers.ContainsKey(HeaderNames.IfNoneMatch);
        string? known = isConditional ? await cache.VersionOfAsync(request, cancellationToken) : null;
        if (known is not null && IsHeld(http, mediaType, known))
        {
            return;
        }

        KeptAnswer answer = await cache.AnswerAsync(request, cancellationToken);
        Log(http, answer.Errors);
        if (answer.Version is { } version && isConditional && IsHeld(http, mediaType, version))
        {
            return;
        }

        if (isGet)
        {
            Validators.Write(http.Response, answer.Version is { } told ? Validators.TagOf(told, mediaType) : null, _options.VariesBy);
        }

        await SendAsync(http, mediaType, Status(http, mediaType, answer.WasExecuted, answer.Errors), answer.Utf8);
    }

    private bool IsHeld(HttpContext http, string mediaType, string version)
    {
        EntityTagHeaderValue tag = Validators.TagOf(version, mediaType);
        if (!Validators.Holds(http.Request, tag))
        {
            return false;
        }

        Validators.Write(http.Response, tag, _options.VariesBy);
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private int Status(HttpContext http, string mediaType, bool wasExecuted, IReadOnlyList<GraphQLError> errors)
    {
        if (errors is [{ Code: ErrorCodes.MutationNotAllowed }, ..])
        {
            http.Response.Headers.Allow = "POST";
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (errors.Any(error => error.Code == ErrorCodes.Busy))
        {
            http.Response.Headers.RetryAfter = RetryAfter;
            return StatusCodes.Status503ServiceUnavailable;
        }

        if (mediaType == MediaTypes.Json)
        {
            return StatusCodes.Status200OK;
        }

        bool isDraft = _options.StatusPolicy == HttpStatusPolicy.Draft2026;
        return (wasExecuted, errors.Count) switch
        {
            (false, _) => isDraft ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest,
            (true, > 0) => isDraft ? 294 : StatusCodes.Status200OK,
            _ => StatusCodes.Status200OK,
        };
    }

    private async Task RefuseAsync(HttpContext http, string mediaType, HttpRefusal refusal)
    {
        EngineTelemetry.NoteRefused(refusal.Code);
        using GraphQLResponse response = GraphQLResponse.Refused(refusal.ErrorIn(_options.Wording(http)));
        await SendAsync(http, mediaType, refusal.Status, response.Utf8);
    }

    private static async Task SendAsync(HttpContext http, string mediaType, int status, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{mediaType}; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static void Log(HttpContext http, IReadOnlyList<GraphQLError> errors)
        => FailureLog.Note(FailureLog.Of(http), errors);
}
