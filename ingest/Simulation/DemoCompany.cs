using System.Text.Json;
using ProdSales.Simulation.Files;

namespace ProdSales.Simulation;

/// <summary>A made-up forklift maker in Zhejiang, from leads to cash and from delivery to service contract, told day by day.</summary>
/// <remarks>
/// The same options always give the same rows in the same order. Rows are made as they are asked for and not kept, so that memory follows
/// what is open at a time (deals, orders, machines in service) and not the number of rows; a large company has several works, which are
/// told one after the other.
/// </remarks>
public sealed class DemoCompany
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly DemoOptions _options;

    /// <summary>Prepares a company.</summary>
    /// <param name="options">Which one; see <see cref="DemoOptions.Faults"/>.</param>
    /// <exception cref="ArgumentException">The options have faults: the caller had to ask.</exception>
    public DemoCompany(DemoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        _options = options;
    }

    /// <summary>Gets the planted causes, which follow from the options alone.</summary>
    public Truth Truth => field ??= Truth.Of(_options, Works.Of(_options).Select(works => new Company(_options, works, new DayRows()).Causes.Truth));

    /// <summary>Tells what is true of every deal and stands in no record; the company is told once more for it, and all deals are kept.</summary>
    /// <returns>The deals by opportunity.</returns>
    public IReadOnlyDictionary<string, DealTruth> DealTruths()
    {
        Dictionary<string, DealTruth> truths = new(StringComparer.Ordinal);
        TellAgain(company => company.Planned = deal => truths.Add(deal.Id, new DealTruth(deal, company.Options.Seed)));
        return truths;
    }

    /// <summary>Tells what is true of every device and stands in no record; the company is told once more for it, and all devices are kept.</summary>
    /// <returns>The devices by id.</returns>
    public IReadOnlyDictionary<string, DeviceTruth> DeviceTruths()
    {
        Dictionary<string, DeviceTruth> truths = new(StringComparer.Ordinal);
        TellAgain(company => company.Installed = machine => truths.Add(machine.Id, new DeviceTruth(machine, company.Causes)));
        return truths;
    }

    /// <summary>Tells the company's life as rows of all feeds; masters come before the rows that point to them.</summary>
    /// <returns>The rows, made while they are read.</returns>
    public IEnumerable<FeedRow> Rows()
    {
        DayRows rows = new();
        foreach (DateOnly _ in new CompanyHistory(_options, rows).Days())
        {
            foreach (FeedRow row in rows.Take())
            {
                yield return row;
            }
        }

        foreach (FeedRow row in rows.Take())
        {
            yield return row;
        }
    }

    /// <summary>Tells the company's life as rows of one feed.</summary>
    /// <typeparam name="TRow">The record of the feed.</typeparam>
    /// <returns>The rows, made while they are read.</returns>
    public IEnumerable<TRow> Rows<TRow>()
        where TRow : FeedRow => Rows().OfType<TRow>();

    /// <summary>Writes one CSV file a feed (RFC 4180, UTF-8, a header with the column names, null as an empty field) and
    /// <c>truth.json</c>.</summary>
    /// <param name="folder">Folder to write to; made when absent, files of the same name are replaced.</param>
    /// <param name="progress">Told after each day; null when nobody listens.</param>
    /// <param name="cancellation">Stops between two days; what was written by then stays.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public DemoFiles WriteTo(string folder, IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default)
    {
        using FeedFolder files = new(folder);
        CompanyHistory history = new(_options, files);
        int inAll = history.DayCount;
        int done = 0;
        foreach (DateOnly day in history.Days())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new DemoProgress(day, ++done, inAll, files.RowCount));
        }

        File.WriteAllText(Path.Combine(folder, "truth.json"), JsonSerializer.Serialize(Truth, Json) + "\n");
        return new DemoFiles(folder, files.RowsByFeed, Truth);
    }

    private void TellAgain(Action<Company> listen)
    {
        DayRows rows = new();
        foreach (DateOnly _ in new CompanyHistory(_options, rows, listen).Days())
        {
            rows.Take();
        }
    }
}
