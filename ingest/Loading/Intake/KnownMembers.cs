using System.Text;
using ProdSales.Feeds;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Intake;

/// <summary>Which members of each master, which regions and which source systems the warehouse has, and which new ones the rows name.</summary>
internal sealed class KnownMembers(DuckDbConnection connection)
{
    private readonly Dictionary<string, Dictionary<string, Utf8Set>> _byMaster = new(StringComparer.Ordinal);
    private readonly List<MissingMember> _missing = [];

    /// <summary>Gets the members that were named and are not in the warehouse yet.</summary>
    internal IReadOnlyList<MissingMember> Missing => _missing;

    /// <summary>Gives the ids of one master in one source system, read once.</summary>
    internal Utf8Set Of(string master, string sourceSystem)
    {
        if (!_byMaster.TryGetValue(master, out Dictionary<string, Utf8Set>? bySystem))
        {
            _byMaster[master] = bySystem = Read(master);
        }

        if (!bySystem.TryGetValue(sourceSystem, out Utf8Set? ids))
        {
            bySystem[sourceSystem] = ids = new Utf8Set();
        }

        return ids;
    }

    /// <summary>Notes a member that has just been added to its set and must be made before the rows that name it.</summary>
    internal void Note(string master, string sourceSystem, ReadOnlySpan<byte> id) =>
        _missing.Add(new MissingMember(master, sourceSystem, Encoding.UTF8.GetString(id)));

    /// <summary>Forgets the missing members once they have been made.</summary>
    internal void ClearMissing() => _missing.Clear();

    /// <summary>Reads a master again, because its members have been loaded.</summary>
    internal void Forget(string master) => _byMaster.Remove(master);

    private static string QueryOf(string master) => master switch
    {
        MissingMember.SourceSystem => "SELECT '' AS source_system, source_system AS id FROM dim_source_system",
        MissingMember.Region => "SELECT '' AS source_system, region AS id FROM dim_region WHERE region_key > 0",
        _ => $"""
            SELECT y.source_system, d.{master}_id AS id
            FROM dim_{master} AS d JOIN dim_source_system AS y ON y.source_key = d.source_key
            WHERE d.is_current AND d.{master}_key > 0
            """,
    };

    private Dictionary<string, Utf8Set> Read(string master)
    {
        if (FeedCatalogue.Find(master) is null && master is not (MissingMember.Region or MissingMember.SourceSystem))
        {
            throw new ArgumentException($"There is no master \"{master}\".", nameof(master));
        }

        Dictionary<string, Utf8Set> bySystem = new(StringComparer.Ordinal);
        using DuckDbCommand command = connection.CreateCommand(QueryOf(master));
        using ResultChunks chunks = command.ExecuteChunks();
        while (chunks.MoveNext())
        {
            ColumnVector systems = chunks.Current.Vector(0);
            ColumnVector ids = chunks.Current.Vector(1);
            for (int row = 0; row < chunks.Current.Count; row++)
            {
                string system = systems.Text(row);
                if (!bySystem.TryGetValue(system, out Utf8Set? set))
                {
                    bySystem[system] = set = new Utf8Set();
                }

                set.Add(ids.Utf8(row));
            }
        }

        return bySystem;
    }
}
