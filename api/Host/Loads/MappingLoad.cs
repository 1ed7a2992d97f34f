using ProdSales.Host.Commands;
using ProdSales.Host.Speech;
using ProdSales.Host.Terminal;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Sources.Mappings;
using ProdSales.Sources.Mappings.Reports;
using ProdSales.Sources.Readers;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Loads;

/// <summary>One mapping over one folder of files, staged and checked: ready for a dry run or for loading.</summary>
internal sealed class MappingLoad : IDisposable
{
    private readonly StagingDatabase _staging;
    private readonly string _folder;

    private MappingLoad(StagingDatabase staging, PreparedMapping mapping, string folder)
    {
        _staging = staging;
        _folder = folder;
        Mapping = mapping;
    }

    /// <summary>Gets the checked mapping.</summary>
    internal PreparedMapping Mapping { get; }

    public void Dispose() => _staging.Dispose();

    /// <summary>Stages the files and checks the mapping against them.</summary>
    /// <param name="nameOrFile">The name of a shipped mapping, <c>feeds</c>, or the path of a YAML file.</param>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="cancellation">Stops between two files and within one.</param>
    /// <exception cref="RefusedException">There is no such mapping or folder, or the mapping does not fit; every problem is named.</exception>
    internal static MappingLoad Prepare(string nameOrFile, DirectoryInfo folder, CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            throw new RefusedException("no-folder", ("folder", folder.FullName));
        }

        StagingDatabase staging = StagingDatabase.Open(Path.GetTempPath());
        try
        {
            MappingCheck check = Check(nameOrFile, staging, folder.FullName, cancellation);
            PreparedMapping prepared = check.Prepared ?? throw Unfit(check.Problems);
            return new MappingLoad(staging, prepared, folder.FullName);
        }
        catch
        {
            staging.Dispose();
            throw;
        }
    }

    /// <summary>Counts what a load would do.</summary>
    /// <exception cref="RefusedException">A file, or SQL of the mapping, fails on a row.</exception>
    internal CheckReport DryRun(CancellationToken cancellation) => Explained(() => Mapping.DryRun(cancellation));

    /// <summary>Counts the known dirt; before a load, so that a notice that fails on a row refuses it.</summary>
    /// <exception cref="RefusedException">A file, or SQL of the mapping, fails on a row.</exception>
    internal IReadOnlyList<EntryDirt> CountDirt(CancellationToken cancellation) => Explained(() => Mapping.CountDirt(cancellation));

    /// <summary>Loads everything as one batch.</summary>
    /// <exception cref="RefusedException">A file has changed since the check, or a file or SQL of the mapping fails on a row; nothing is loaded.</exception>
    internal LoadReport Into(WarehouseDatabase warehouse, LoadOptions options, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        if (Mapping.ChangedFile() is { } changed)
        {
            throw Unfit([changed]);
        }

        string identity = BatchIdentity.Of(Mapping.Files, string.Join("\n", Mapping.Feeds.Select(feed => feed.Sql)), cancellation);
        LoadRequest request = new(identity, $"{Mapping.Name} from {_folder}", [.. Mapping.Feeds.Select(InputOf)]);
        LoadOptions chosen = options with { GroupCurrency = options.GroupCurrency ?? Mapping.GroupCurrency };
        LoadShown shown = new(progress, Mapping.Staging.Connection);
        Mapping.Staging.Connection.TrackProgress();
        return Explained(() => new WarehouseLoader(warehouse, TimeProvider.System).Load(request, chosen, shown, cancellation));
    }

    /// <summary>Says in the mapping's words why one of its statements failed.</summary>
    private T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (WarehouseException failure) when (failure.Kind is not WarehouseErrorKind.Interrupted)
        {
            if (Mapping.Explain(failure) is { } problem)
            {
                throw Unfit([problem]);
            }

            throw;
        }
    }

    private static MappingCheck Check(string nameOrFile, StagingDatabase staging, string folder, CancellationToken cancellation)
    {
        if (nameOrFile == FeedFolder.Name)
        {
            return FeedFolder.Check(staging, folder, cancellation);
        }

        Mapping mapping = ShippedMappings.Find(nameOrFile)
            ?? (File.Exists(nameOrFile) ? Sources.Mappings.Mapping.FromFile(nameOrFile) : throw NoSuchMapping(nameOrFile));
        return mapping.Check(staging, folder, cancellation);
    }

    private static RefusedException Unfit(IReadOnlyList<MappingProblem> problems)
    {
        Func<Speaker, string> said = speaker => string.Join(Environment.NewLine, problems.Select(speaker.Say));
        return new RefusedException("mapping-unfit", ("problems", said));
    }

    private static RefusedException NoSuchMapping(string name) =>
        new("no-mapping", ("name", name), ("known", string.Join(", ", [.. ShippedMappings.Names, FeedFolder.Name])));

    private FeedInput InputOf(MappedFeed mapped) => new()
    {
        Feed = mapped.Feed,
        Origin = mapped.Origin,
        Open = mapped.Open,
        UnreadRows = () => [.. mapped.Tables.SelectMany(table => table.Defects).Select(UnreadRowOf)],
    };

    private static UnreadRow UnreadRowOf(ReadDefect defect) =>
        new(defect.File, defect.Line, defect.Column, defect.Value, defect.Code, defect.Allowed);

    /// <summary>Shows rows read, and the engine's own estimate of how far the reading is.</summary>
    private sealed class LoadShown(IProgress<WorkProgress> shown, DuckDbConnection staging) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) =>
            shown.Report(new WorkProgress($"loading {value.Feed}", value.RowsRead, staging.Progress?.Fraction));
    }
}
