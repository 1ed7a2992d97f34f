using System.Text;
using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Intake;

/// <summary>Looks once at every row on its way in: totals, order of ids, and the keys of the members that it names, new ones included.</summary>
internal sealed class RowInspector
{
    private const int EndOfDays = int.MaxValue;

    private readonly KnownMembers _known;
    private readonly RowNeeds _needs;
    private readonly int _sourceId;
    private readonly int _date;
    private readonly int _region;
    private readonly int _error;
    private readonly (int Ordinal, string Master)[] _references;
    private readonly int[] _regionReferences;
    private readonly ColumnVector[] _vectors;
    private readonly MemberKeys[] _members;
    private readonly MemberKeys _systems;
    private readonly MemberKeys _regions;
    private byte[]? _system;
    private string _systemName = "";
    private short _systemKey;

    internal RowInspector(StarTable star, KnownMembers known, string groupCurrency)
    {
        List<FeedColumn> columns = [.. star.Feed.Columns];
        _known = known;
        _needs = new RowNeeds(star, groupCurrency);
        _sourceId = columns.FindIndex(column => column.Name == "source_id");
        _date = star.Feed.Kind is FeedKind.Fact ? columns.IndexOf(star.Feed.BusinessDate!) : -1;
        _region = star.HasOwnRegion ? columns.FindIndex(column => column.Name == MissingMember.Region) : -1;
        _error = columns.Count + 2;
        _references = [.. star.References.Select(column => (columns.IndexOf(column), column.References!))];
        _regionReferences = star.HasRegion ? [.. star.RegionReferences.Select(column => star.References.ToList().IndexOf(column))] : [];
        _vectors = new ColumnVector[_references.Length];
        _members = new MemberKeys[_references.Length];
        _systems = known.Of(MissingMember.SourceSystem, "");
        _regions = known.Of(MissingMember.Region, "");
        foreach ((_, string master) in _references)
        {
            known.Read(master);
        }

        Totals = new MeasureTotals(star.Feed, star.Measures);
    }

    /// <summary>Gets the source's totals.</summary>
    internal MeasureTotals Totals { get; }

    /// <summary>Gets whether ids came in rising order, from one source system.</summary>
    internal OrderProof Order { get; } = new();

    /// <summary>Looks at a chunk.</summary>
    /// <returns>What its rows need, and their keys.</returns>
    internal (ChunkNeeds Needs, RowKeys Keys) Inspect(DataChunk chunk)
    {
        Totals.Add(chunk);
        ColumnVector error = chunk.Vector(_error);
        ColumnVector systems = chunk.Vector(0);
        ColumnVector ids = chunk.Vector(_sourceId);
        ReadOnlySpan<int> days = _date >= 0 ? chunk.Vector(_date).Values<int>() : default;
        ColumnVector regions = _region >= 0 ? chunk.Vector(_region) : default;
        for (int i = 0; i < _references.Length; i++)
        {
            _vectors[i] = chunk.Vector(_references[i].Ordinal);
        }

        RowKeys keys = new(chunk.Count, _references.Length);
        bool hasErrors = false;
        for (int row = 0; row < chunk.Count; row++)
        {
            if (!error.IsNull(row))
            {
                hasErrors = true;
                continue;
            }

            FollowSystem(systems.Utf8(row));
            Order.Next(ids.Utf8(row));
            keys.SourceKeys[row] = _systemKey;
            short own = _region >= 0 && !regions.IsNull(row) ? RegionOf(regions.Utf8(row)) : (short)0;
            keys.OwnRegionKeys[row] = own;
            int named = FollowMembers(row, days.IsEmpty ? EndOfDays : days[row], keys.ReferenceKeys);
            keys.RegionKeys[row] = own != 0 ? own : (short)Math.Max(named, 0);
        }

        return (_needs.Of(chunk) | (hasErrors ? ChunkNeeds.Checks : ChunkNeeds.None), keys);
    }

    private void FollowSystem(ReadOnlySpan<byte> system)
    {
        if (_system is not null && system.SequenceEqual(_system))
        {
            return;
        }

        if (_system is not null)
        {
            Order.Break();
        }

        _system = system.ToArray();
        _systemName = Encoding.UTF8.GetString(system);
        _systemKey = SharedKey(_systems, MissingMember.SourceSystem, system);
        for (int i = 0; i < _references.Length; i++)
        {
            _members[i] = _known.Of(_references[i].Master, _systemName);
        }
    }

    private short RegionOf(ReadOnlySpan<byte> region) => SharedKey(_regions, MissingMember.Region, region);

    private short SharedKey(MemberKeys members, string master, ReadOnlySpan<byte> id)
    {
        if (!members.TryFind(id, EndOfDays, out MemberVersion version))
        {
            version = _known.Infer(master, "", id);
        }

        return version.Key <= short.MaxValue ? (short)version.Key : throw BatchRefusedException.For(LoadRefusal.TooManyMembers(master, short.MaxValue));
    }

    private int FollowMembers(int row, int day, int[][] keys)
    {
        int region = MemberVersion.NoRegion;
        int regionPlace = int.MaxValue;
        for (int i = 0; i < _references.Length; i++)
        {
            if (_vectors[i].IsNull(row))
            {
                continue;
            }

            ReadOnlySpan<byte> id = _vectors[i].Utf8(row);
            if (!_members[i].TryFind(id, day, out MemberVersion version))
            {
                version = _known.Infer(_references[i].Master, _systemName, id);
            }

            keys[i][row] = version.Key;
            int place = version.RegionKey == MemberVersion.NoRegion ? -1 : Array.IndexOf(_regionReferences, i);
            if (place >= 0 && place < regionPlace)
            {
                (region, regionPlace) = (version.RegionKey, place);
            }
        }

        return region;
    }
}
