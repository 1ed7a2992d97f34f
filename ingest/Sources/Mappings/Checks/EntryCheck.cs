using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Mappings.Staging;
using ProdSales.Warehouse;

namespace ProdSales.Sources.Mappings.Checks;

/// <summary>Holds one entry of a mapping against the staged tables before a row moves.</summary>
internal sealed class EntryCheck(StagingSql staging, TableSet tables, string zone, ProblemList problems)
{
    /// <summary>Checks the entry and writes its SELECT.</summary>
    /// <returns>The SELECT, or null when problems say what is wrong.</returns>
    internal EntrySql? Compile(FeedEntry entry)
    {
        if (!tables.IsReadable(entry.From))
        {
            NoteUnknownTable(entry);
            return null;
        }

        if (ColumnsOf(entry) is not { } available)
        {
            return null;
        }

        ExpressionCheck expressions = new(staging, entry, available, problems);
        bool isWhereRight = entry.Where is null || expressions.IsCondition(entry.WhereLine, "where", entry.Where);
        Dictionary<string, StagedExpression>? types = expressions.TypesOf();
        bool areNoticesRight = true;
        foreach (Notice notice in entry.Notices)
        {
            areNoticesRight &= expressions.IsCondition(notice.Line, $"the notice \"{notice.Name}\"", notice.Condition);
        }

        bool areConstantsRight = new ConstantCheck(staging, zone, problems).AreRight(entry);
        if (types is null || !isWhereRight || !areNoticesRight || !areConstantsRight)
        {
            return null;
        }

        EntrySql sql = new(entry, OriginOf(entry), types, zone);
        return Binds(entry, sql) ? sql : null;
    }

    private void NoteUnknownTable(FeedEntry entry)
    {
        if (!tables.Broken.Contains(entry.From))
        {
            problems.Add(
                entry.FromLine,
                MappingProblemCodes.UnknownTable,
                $"feed {entry.Feed.Name} reads the unknown table \"{entry.From}\"; {NearName.Hint(entry.From, tables.Names)}.");
        }
    }

    private string[]? ColumnsOf(FeedEntry entry)
    {
        try
        {
            return [.. staging.Describe($"SELECT * {EntrySql.From(entry)}").Select(column => column.Name)];
        }
        catch (WarehouseException exception)
        {
            if (tables.Broken.Count == 0)
            {
                problems.Add(entry.JoinLine, MappingProblemCodes.BadSql, $"{entry.Title}, join: {EngineMessage.Of(exception)}.");
            }

            return null;
        }
    }

    private EntryOrigin OriginOf(FeedEntry entry)
    {
        string table = SqlText.Name(entry.From);
        return new EntryOrigin(
            tables.Has(entry.From, "_file") ? $"{table}.\"_file\"" : SqlText.Literal(entry.From),
            tables.Has(entry.From, "_line") ? $"CAST({table}.\"_line\" AS BIGINT)" : "CAST(NULL AS BIGINT)");
    }

    private bool Binds(FeedEntry entry, EntrySql sql)
    {
        try
        {
            staging.Describe(sql.Select());
            return true;
        }
        catch (WarehouseException exception)
        {
            problems.Add(
                entry.Line,
                MappingProblemCodes.BadSql,
                $"{entry.Title}: {EngineMessage.Of(exception)}; each column must be an expression over one staged row.");
            return false;
        }
    }
}
