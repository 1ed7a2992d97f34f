using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Mappings.Staging;

namespace ProdSales.Sources.Mappings.Checks;

/// <summary>Holds the constants, defaults and map targets of an entry against what the feed allows, by the same SQL that checks
/// rows.</summary>
internal sealed class ConstantCheck(StagingSql staging, string zone, ProblemList problems)
{
    /// <summary>Says whether every constant is allowed; a problem is noted for each that is not.</summary>
    internal bool AreRight(FeedEntry entry)
    {
        bool areRight = true;
        foreach (ColumnRule rule in entry.Columns)
        {
            IEnumerable<string?> targets = rule.Map?.Values.Select(pair => pair.Value) ?? [];
            foreach (string value in targets.Append(rule.Value).Append(rule.Default).OfType<string>())
            {
                areRight &= IsRight(entry, rule, value);
            }
        }

        return areRight;
    }

    private bool IsRight(FeedEntry entry, ColumnRule rule, string value)
    {
        ColumnRule plain = new(rule.Line, rule.Column) { Sql = SqlText.Literal(value) };
        ColumnSql sql = new(plain, new StagedExpression(SourceType.Text, IsGuarded: false), 0, zone);
        if (!sql.IsChecked)
        {
            return true;
        }

        string? code = staging.Text(
            $"SELECT {sql.DefectSql()}.code FROM (SELECT *, {sql.TypedSql} AS {sql.V} FROM (SELECT {sql.StagedSql}) AS staged) AS typed");
        if (code is null)
        {
            return true;
        }

        problems.Add(
            rule.Line,
            MappingProblemCodes.BadValue,
            $"{entry.Feed.Name}.{rule.Column.Name} is \"{value}\" ({code}); it must be {RowCheckText.Allowed(rule.Column)}.");
        return false;
    }
}
