using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ProdSales.Bench.Soak;

/// <summary>Uses one server hard from many sides at once, and looks at what it held and what it said.</summary>
public sealed class SoakRun : IDisposable
{
    private const int WrongTold = 20;
    private const int Samples = 30;
    private const int Questions = 20;

    private readonly SoakOptions _options;
    private readonly SoakedProcess _server;
    private readonly HttpClient _client;
    private readonly SoakRequest[] _byHundred;
    private readonly SoakListener[] _listeners;
    private readonly ConcurrentDictionary<string, int> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private int _taken;
    private int _wrongCount;
    private int _messagesBefore;

    private SoakRun(SoakOptions options, SoakedProcess server)
    {
        _options = options;
        _server = server;
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.Workers + options.Listeners }) { BaseAddress = server.Address };
        _byHundred = [.. new SoakMix(server.Address, _client).Kinds.SelectMany(kind => Enumerable.Repeat(kind, kind.Weight))];
        _listeners = [.. Enumerable.Range(0, options.Listeners).Select(index => new SoakListener(server.Address, _client, SoakQuestions.Drill(SoakQuestions.Drills - 1 - (index % Questions)), index % 2 == 0))];
    }

    private bool IsOver => Volatile.Read(ref _taken) >= _options.Requests || _time.Elapsed > _options.Most;

    /// <summary>Starts a server on a warehouse of the demo company and uses it.</summary>
    public static async Task<SoakReport> RunAsync(string database, SoakOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using SoakedProcess server = await SoakedProcess.StartAsync(database);
        using SoakRun run = new(options, server);
        return await run.ReportAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_listeners, listener => listener.Dispose());
        _client.Dispose();
    }

    private async Task<SoakReport> ReportAsync()
    {
        Array.ForEach(_listeners, listener => listener.Open());
        Task<List<SoakSample>> sampling = SampleAsync();
        Task churning = ChurnAsync();
        await Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(worker => Task.Run(() => WorkAsync(new Random(worker)))));
        await churning;
        List<SoakSample> samples = await sampling;
        (_, int loads, int failed) = await _server.AskAsync("calm");
        await SettledAsync();
        List<string> stale = await StaleAsync();
        TimeSpan processor = _server.Processor;
        int messages = _messagesBefore + _listeners.Sum(listener => listener.Messages);
        string[] broken = [.. _listeners.Select(listener => listener.Failure).OfType<string>()];
        await Task.WhenAll(_listeners.Select(listener => listener.CutAsync()));
        return new SoakReport(new SortedDictionary<string, int>(_sent, StringComparer.Ordinal), [.. _wrong], _wrongCount, broken, stale, messages, loads, failed, samples, _time.Elapsed, processor);
    }

    private async Task WorkAsync(Random random)
    {
        while (!IsOver && Interlocked.Increment(ref _taken) <= _options.Requests)
        {
            SoakRequest request = _byHundred[random.Next(_byHundred.Length)];
            string? problem;
            try
            {
                problem = await request.SendAsync(random);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException or System.Net.Sockets.SocketException)
            {
                problem = error.ToString();
            }

            _sent.AddOrUpdate(request.Name, 1, (_, count) => count + 1);
            if (problem is not null && Interlocked.Increment(ref _wrongCount) <= WrongTold)
            {
                _wrong.Enqueue($"{request.Name}: {problem}");
            }
        }
    }

    /// <summary>Cuts one listener off after the other, and lets it come again.</summary>
    private async Task ChurnAsync()
    {
        Random random = new(_options.Workers);
        while (!IsOver)
        {
            int index = random.Next(_listeners.Length);
            SoakListener left = _listeners[index];
            await left.CutAsync();
            left.Dispose();
            _messagesBefore += left.Messages;
            if (left.Failure is { } failure)
            {
                _wrong.Enqueue($"stream: {failure}");
                _wrongCount++;
            }

            _listeners[index] = new SoakListener(_server.Address, _client, left.Question, random.Next(2) == 0);
            _listeners[index].Open();
            await Task.Delay(random.Next(100));
        }
    }

    private async Task<List<SoakSample>> SampleAsync()
    {
        List<SoakSample> samples = [];
        for (int next = 1; next <= Samples; next++)
        {
            while (!IsOver && Progress < (double)next / Samples)
            {
                await Task.Delay(100);
            }

            (long inUse, _, _) = await _server.AskAsync("report");
            samples.Add(new SoakSample(Math.Min(_taken, _options.Requests), _server.Resident, inUse, _server.Handles, _server.Threads));
        }

        // The first of them saw a server that was still filling its caches.
        return samples[(Samples / 5)..];
    }

    private double Progress => Math.Max((double)_taken / _options.Requests, _time.Elapsed / _options.Most);

    /// <summary>Waits until no live answer has come for a while: loads have ended.</summary>
    private async Task SettledAsync()
    {
        int before = -1;
        for (int turn = 0; turn < 20 && before != _listeners.Sum(listener => listener.Messages); turn++)
        {
            before = _listeners.Sum(listener => listener.Messages);
            await Task.Delay(1_500);
        }
    }

    private async Task<List<string>> StaleAsync()
    {
        List<string> stale = [];
        foreach (SoakListener listener in _listeners)
        {
            using StringContent body = new(JsonSerializer.Serialize(new { query = listener.Question }), Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await _client.PostAsync(new Uri("graphql", UriKind.Relative), body);
            string fresh = await response.Content.ReadAsStringAsync();
            if (fresh != listener.Last)
            {
                stale.Add($"{listener.Question}: {listener.Last} where a query gives {fresh}");
            }
        }

        return stale;
    }
}
