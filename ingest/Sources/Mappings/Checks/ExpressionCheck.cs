using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Mappings.Staging;
using ProdSales.Warehouse;

namespace ProdSales.Sources.Mappings.Checks;

/// <summary>Finds out what the SQL of an entry yields: all of it at once, and one by one only when something is wrong.</summary>
internal sealed class ExpressionCheck(StagingSql staging, FeedEntry entry, IReadOnlyList<string> available, ProblemList problems)
{
    private readonly ColumnRule[] _rules = [.. entry.Columns.Where(rule => rule.Sql is not null)];

    /// <summary>Gets an expression that does not bind beside an aggregate.</summary>
    private string OneRow => $"{SqlText.Name(entry.From)}.{SqlText.Name(available[0])}";

    /// <summary>Returns what each SQL expression yields by feed column, or null when problems say what is wrong.</summary>
    internal Dictionary<string, StagedExpression>? TypesOf()
    {
        Dictionary<string, StagedExpression> types = AllAtOnce() ?? OneByOne();
        bool isRight = types.Count == _rules.Length;
        foreach (ColumnRule rule in _rules)
        {
            bool isText = rule.Map is not null || rule.Prefix is not null || rule.Fix is not null;
            if (types.TryGetValue(rule.Column.Name, out StagedExpression? expression) && !isText && !expression.Type.Fits(rule.Column.Type))
            {
                isRight = false;
                problems.Add(
                    rule.Line,
                    MappingProblemCodes.BadType,
                    $"{Name(rule)}: the expression is of type {expression.Type.Name}, which cannot become {rule.Column.Type}; allowed: {SourceType.AllowedFor(rule.Column.Type)}.");
            }
        }

        return isRight ? types : null;
    }

    /// <summary>Says whether an SQL text is a condition over the entry's rows; a problem is noted when it is not.</summary>
    internal bool IsCondition(int line, string what, string sql)
    {
        try
        {
            string type = Describe(StagedExpression.Bare(sql))[0].Type;
            if (type is "BOOLEAN")
            {
                return true;
            }

            problems.Add(
                line,
                MappingProblemCodes.BadType,
                $"{entry.Title}, {what}: the expression is of type {type}; it must be a condition (BOOLEAN).");
        }
        catch (WarehouseException exception)
        {
            Note(line, $"{entry.Title}, {what}", exception);
        }

        return false;
    }

    private Dictionary<string, StagedExpression>? AllAtOnce()
    {
        try
        {
            bool[] guards = [.. _rules.Select(rule => !StagedExpression.IsColumnName(rule.Sql!))];
            string[] expressions = [.. _rules.Select((rule, index) => guards[index] ? $"{StagedExpression.Guarded(rule.Sql!)}.v" : StagedExpression.Bare(rule.Sql!))];
            string[] types = expressions.Length == 0 ? [] : [.. Describe(expressions).Select(column => column.Type)];
            return _rules.Select((rule, index) => (rule, index)).ToDictionary(
                item => item.rule.Column.Name,
                item => new StagedExpression(TypeOf(item.rule, types[item.index]), guards[item.index]));
        }
        catch (WarehouseException)
        {
            return null;
        }
    }

    private Dictionary<string, StagedExpression> OneByOne()
    {
        Dictionary<string, StagedExpression> types = [];
        foreach (ColumnRule rule in _rules)
        {
            try
            {
                types.Add(
                    rule.Column.Name,
                    new StagedExpression(TypeOf(rule, Describe(StagedExpression.Bare(rule.Sql!), OneRow)[0].Type), CanBeGuarded(rule)));
            }
            catch (WarehouseException exception)
            {
                Note(rule.Line, Name(rule), exception);
            }
        }

        return types;
    }

    private bool CanBeGuarded(ColumnRule rule)
    {
        try
        {
            return !StagedExpression.IsColumnName(rule.Sql!) && Describe(StagedExpression.Guarded(rule.Sql!)).Count == 1;
        }
        catch (WarehouseException)
        {
            return false;
        }
    }

    private static SourceType TypeOf(ColumnRule rule, string described) =>
        rule.Sql!.Trim().Equals("null", StringComparison.OrdinalIgnoreCase)
            ? new SourceType("NULL", SourceKind.Missing)
            : SourceType.Parse(described);

    private IReadOnlyList<(string Name, string Type)> Describe(params string[] expressions) =>
        staging.Describe($"SELECT {string.Join(",\n", expressions.Select((sql, index) => $"{sql} AS c{index}"))}\n{EntrySql.From(entry)}");

    private void Note(int line, string subject, WarehouseException exception)
    {
        if (EngineMessage.MissingColumn(exception) is { } missing)
        {
            string where = entry.Join is null ? $"the table {entry.From} has" : "the joined tables have";
            problems.Add(
                line,
                MappingProblemCodes.UnknownColumn,
                $"{subject}: {where} no column \"{missing}\"; {NearName.Hint(missing, available.Where(name => name[0] != '_'))}.");
        }
        else
        {
            problems.Add(
                line,
                MappingProblemCodes.BadSql,
                $"{subject}: {EngineMessage.Of(exception)}; it must be an expression of DuckDB's SQL over one row of {entry.From}.");
        }
    }

    private string Name(ColumnRule rule) => $"{entry.Feed.Name}.{rule.Column.Name}";
}
