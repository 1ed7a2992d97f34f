using System.Text;
using ProdSales.Feeds;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Intake;

/// <summary>Looks once at every row on its way in: totals, order of ids, and members that are not known yet.</summary>
internal sealed class RowInspector
{
    private readonly KnownMembers _known;
    private readonly RowNeeds _needs;
    private readonly int _sourceId;
    private readonly int _region;
    private readonly int _error;
    private readonly (int Ordinal, string Master)[] _references;
    private readonly ColumnVector[] _vectors;
    private readonly Utf8Set[] _members;
    private readonly Utf8Set _systems;
    private byte[]? _system;
    private string _systemName = "";

    internal RowInspector(StarTable star, KnownMembers known, string groupCurrency)
    {
        List<FeedColumn> columns = [.. star.Feed.Columns];
        _known = known;
        _needs = new RowNeeds(star, groupCurrency);
        _sourceId = columns.FindIndex(column => column.Name == "source_id");
        _region = star.HasOwnRegion ? columns.FindIndex(column => column.Name == MissingMember.Region) : -1;
        _error = columns.Count + 2;
        _references = [.. star.References.Select(column => (columns.IndexOf(column), column.References!))];
        _vectors = new ColumnVector[_references.Length];
        _members = new Utf8Set[_references.Length];
        _systems = known.Of(MissingMember.SourceSystem, "");
        Totals = new MeasureTotals(star.Feed, star.Measures);
    }

    /// <summary>Gets the source's totals.</summary>
    internal MeasureTotals Totals { get; }

    /// <summary>Gets whether ids came in rising order, from one source system.</summary>
    internal OrderProof Order { get; } = new();

    /// <summary>Looks at a chunk.</summary>
    /// <returns>What its rows need.</returns>
    internal ChunkNeeds Inspect(DataChunk chunk)
    {
        Totals.Add(chunk);
        ColumnVector error = chunk.Vector(_error);
        ColumnVector systems = chunk.Vector(0);
        ColumnVector ids = chunk.Vector(_sourceId);
        for (int i = 0; i < _references.Length; i++)
        {
            _vectors[i] = chunk.Vector(_references[i].Ordinal);
        }

        ColumnVector regions = _region >= 0 ? chunk.Vector(_region) : default;
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
            FollowMembers(row);
            if (_region >= 0 && !regions.IsNull(row) && _known.Of(MissingMember.Region, "").Add(regions.Utf8(row)))
            {
                _known.Note(MissingMember.Region, "", regions.Utf8(row));
            }
        }

        return _needs.Of(chunk) | (hasErrors ? ChunkNeeds.Checks : ChunkNeeds.None);
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
        if (_systems.Add(system))
        {
            _known.Note(MissingMember.SourceSystem, "", system);
        }

        for (int i = 0; i < _references.Length; i++)
        {
            _members[i] = _known.Of(_references[i].Master, _systemName);
        }
    }

    private void FollowMembers(int row)
    {
        for (int i = 0; i < _references.Length; i++)
        {
            if (_vectors[i].IsNull(row))
            {
                continue;
            }

            ReadOnlySpan<byte> id = _vectors[i].Utf8(row);
            if (_members[i].Add(id))
            {
                _known.Note(_references[i].Master, _systemName, id);
            }
        }
    }
}
