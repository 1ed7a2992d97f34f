using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Dimensions;

/// <summary>Makes members that rows name before any master row has described them. Every member begins like this.</summary>
internal sealed class InferredMembers(Batch batch)
{
    private static readonly ColumnType Varchar = ColumnType.Of(DuckDbType.Varchar);
    private static readonly ColumnType Integer = ColumnType.Of(DuckDbType.Integer);

    /// <summary>Makes members that have their keys already.</summary>
    /// <returns>How many members of masters were made; regions and source systems do not count.</returns>
    internal long Make(IReadOnlyList<MissingMember> missing)
    {
        if (missing.Count == 0)
        {
            return 0;
        }

        Stage(missing);
        MakeShared(MissingMember.SourceSystem);
        MakeShared(MissingMember.Region);
        long made = 0;
        foreach (string master in missing.Select(member => member.Master).Distinct(StringComparer.Ordinal).Except([MissingMember.SourceSystem, MissingMember.Region]))
        {
            made += Make(new StarTable(FeedCatalogue.Find(master)!), $"SELECT source_system, id, member_key FROM missing_member WHERE master = {SqlText.Text(master)}");
        }

        return made;
    }

    /// <summary>Makes the members of one master that a SELECT of <c>(source_system, id, member_key)</c> names.</summary>
    /// <returns>How many were made.</returns>
    internal long Make(StarTable star, string select)
    {
        string x = star.Feed.Name;
        string references = SqlText.Join("", star.References.Select(column => $", 0 AS {StarTable.DurableColumn(column)}"));
        long made = batch.Connection.Change(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO dim_{x} BY NAME
            SELECT
                CAST(m.member_key AS INTEGER) AS {x}_key, {x}_key AS {x}_durable_key,
                y.source_key, m.id AS {x}_id, {batch.Id} AS batch_id,
                DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, true AS is_current, true AS is_inferred{references}
            FROM ({select}) AS m
            JOIN dim_source_system AS y ON y.source_system = m.source_system
            """));
        if (made > 0)
        {
            batch.NoteChange(star.Name);
        }

        return made;
    }

    private void MakeShared(string master)
    {
        long made = batch.Connection.Change(
            $"INSERT INTO dim_{master} SELECT CAST(member_key AS SMALLINT), id FROM missing_member WHERE master = {SqlText.Text(master)}");
        if (made > 0)
        {
            batch.NoteChange("dim_" + master);
        }
    }

    private void Stage(IReadOnlyList<MissingMember> missing)
    {
        batch.Connection.Execute("CREATE OR REPLACE TEMP TABLE missing_member (master VARCHAR, source_system VARCHAR, id VARCHAR, member_key INTEGER)");
        using ChunkAppender appender = ChunkAppender.ToTable(batch.Transaction, "missing_member");
        using ChunkWriter writer = new([Varchar, Varchar, Varchar, Integer]);
        foreach (MissingMember[] part in missing.Chunk(ChunkWriter.Capacity))
        {
            writer.Reset();
            for (int row = 0; row < part.Length; row++)
            {
                writer.SetText(0, row, part[row].Master);
                writer.SetText(1, row, part[row].SystemName);
                writer.SetText(2, row, part[row].Id);
                writer.Values<int>(3)[row] = part[row].Key;
            }

            writer.Count = part.Length;
            appender.Append(writer);
        }

        appender.Close();
    }
}
