using System.Text;
using ProdSales.Feeds;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Intake;

/// <summary>The keys of the members of each master, of regions and of source systems; new ones that rows name get theirs here.</summary>
internal sealed class KnownMembers(DuckDbConnection connection)
{
    private readonly Dictionary<string, Master> _masters = new(StringComparer.Ordinal);
    private List<MissingMember> _missing = [];

    /// <summary>Reads a master now, so that no statement runs when its members are looked up.</summary>
    internal void Read(string master) => Of(master);

    /// <summary>Gives the members of one master in one source system.</summary>
    internal MemberKeys Of(string master, string sourceSystem) => Of(master).In(sourceSystem);

    /// <summary>Gives a key to a member that is not known, and notes that it must be made before the rows that name it.</summary>
    /// <returns>Its one version, without a region.</returns>
    internal MemberVersion Infer(string master, string sourceSystem, ReadOnlySpan<byte> id)
    {
        Master known = Of(master);
        MemberVersion version = new(int.MinValue, ++known.TopKey, MemberVersion.NoRegion);
        known.In(sourceSystem).Add(id, version);
        _missing.Add(new MissingMember(master, sourceSystem, Encoding.UTF8.GetString(id), version.Key));
        return version;
    }

    /// <summary>Hands over the members that must be made.</summary>
    internal IReadOnlyList<MissingMember> TakeMissing()
    {
        List<MissingMember> taken = _missing;
        _missing = [];
        return taken;
    }

    /// <summary>Reads a master again when it is needed next, because its members have been loaded.</summary>
    internal void Forget(string master) => _masters.Remove(master);

    private static string QueryOf(string master)
    {
        if (master is MissingMember.SourceSystem)
        {
            return "SELECT '' AS source_system, source_system AS id, CAST(source_key AS INTEGER) AS key, NULL::DATE AS valid_from, NULL::INTEGER AS region_key FROM dim_source_system";
        }

        if (master is MissingMember.Region)
        {
            return "SELECT '' AS source_system, region AS id, CAST(region_key AS INTEGER) AS key, NULL::DATE AS valid_from, NULL::INTEGER AS region_key FROM dim_region";
        }

        Feed feed = FeedCatalogue.Find(master) ?? throw new ArgumentException($"There is no master \"{master}\".", nameof(master));
        bool hasRegion = feed.Column(MissingMember.Region) is not null;
        return $"""
            SELECT coalesce(y.source_system, '') AS source_system, d.{master}_id AS id, d.{master}_key AS key, d.valid_from,
                {(hasRegion ? "CASE WHEN d.region IS NOT NULL THEN CAST(coalesce(g.region_key, 0) AS INTEGER) END" : "NULL::INTEGER")} AS region_key
            FROM dim_{master} AS d LEFT JOIN dim_source_system AS y ON y.source_key = d.source_key
            {(hasRegion ? "LEFT JOIN dim_region AS g ON g.region = d.region" : "")}
            ORDER BY d.source_key, d.{master}_id, d.valid_from
            """;
    }

    private Master Of(string master)
    {
        if (!_masters.TryGetValue(master, out Master? known))
        {
            _masters[master] = known = Filled(master);
        }

        return known;
    }

    private Master Filled(string name)
    {
        Master master = new();
        using DuckDbCommand command = connection.CreateCommand(QueryOf(name));
        using ResultChunks chunks = command.ExecuteChunks();
        while (chunks.MoveNext())
        {
            master.Add(chunks.Current);
        }

        return master;
    }

    private sealed class Master
    {
        private readonly Dictionary<string, MemberKeys> _bySystem = new(StringComparer.Ordinal);

        internal int TopKey { get; set; }

        internal MemberKeys In(string system)
        {
            if (!_bySystem.TryGetValue(system, out MemberKeys? members))
            {
                _bySystem[system] = members = new MemberKeys();
            }

            return members;
        }

        internal void Add(DataChunk rows)
        {
            ColumnVector systems = rows.Vector(0);
            ColumnVector ids = rows.Vector(1);
            ReadOnlySpan<int> keys = rows.Vector(2).Values<int>();
            ReadOnlySpan<int> days = rows.Vector(3).Values<int>();
            ColumnVector regions = rows.Vector(4);
            for (int row = 0; row < rows.Count; row++)
            {
                TopKey = Math.Max(TopKey, keys[row]);
                if (keys[row] > 0)
                {
                    int region = regions.IsNull(row) ? MemberVersion.NoRegion : regions.Values<int>()[row];
                    In(systems.Text(row)).Add(ids.Utf8(row), new MemberVersion(days[row], keys[row], region));
                }
            }
        }
    }
}
