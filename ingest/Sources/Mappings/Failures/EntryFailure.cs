using System.Globalization;
using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Mappings.Staging;
using ProdSales.Warehouse;

namespace ProdSales.Sources.Mappings.Failures;

/// <summary>Finds the part of an entry that fails on a row: its join, its condition, a notice.</summary>
internal sealed class EntryFailure(string file, StagingSql sql)
{
    private const int MostCharacters = 200;

    /// <summary>Says what a failing part of a mapping needs.</summary>
    internal static string Reason(WarehouseException failure) =>
        $"{EngineMessage.Of(failure)}. A row that fails here ends the load; TRY_CAST gives null for a value that does not fit, TRY(...) for any other failure.";

    /// <summary>Finds the failing part.</summary>
    /// <returns>What is wrong; null when every part runs.</returns>
    internal MappingProblem? Find(FeedEntry entry)
    {
        if (entry.Join is { } join && sql.Failure($"SELECT max(hash(COLUMNS(*))) {EntrySql.From(entry)}") is { } failure)
        {
            return Problem(entry, entry.JoinLine, $"join: {OneLine(join)}", "", failure);
        }

        return (entry.Where is { } where ? FailingCondition(entry, entry.WhereLine, "where", where) : null)
            ?? entry.Notices
                .Select(notice => FailingCondition(entry, notice.Line, $"notice {notice.Name}", notice.Condition))
                .OfType<MappingProblem>()
                .FirstOrDefault();
    }

    private MappingProblem? FailingCondition(FeedEntry entry, int line, string part, string condition) =>
        sql.Failure($"SELECT count(*) FILTER (WHERE {StagedExpression.Bare(condition)}) {EntrySql.From(entry)}") is { } failure
            ? Problem(entry, line, $"{part}: {OneLine(condition)}", Place(entry, condition), failure)
            : null;

    private MappingProblem Problem(FeedEntry entry, int line, string part, string place, WarehouseException failure) =>
        new(file, line, MappingProblemCodes.SqlFailed, $"{entry.Title}, {part}{place}: {Reason(failure)}");

    /// <summary>Names the first row on which a condition fails, where its table knows file and line.</summary>
    private string Place(FeedEntry entry, string condition)
    {
        string table = SqlText.Name(entry.From);
        string select = $"SELECT concat({table}.\"_line\", ' of ', {table}.\"_file\") {EntrySql.From(entry)} WHERE {StagedExpression.Guarded(condition)} IS NULL LIMIT 1";
        return sql.Failure(select) is null && sql.Text(select) is { } row ? string.Create(CultureInfo.InvariantCulture, $", on row {row}") : "";
    }

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostCharacters ? line : string.Concat(line.AsSpan(0, MostCharacters - 1), "…");
    }
}
