using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>To which member each row of a fact belongs, and whether it passes the conditions of a question.</summary>
internal sealed class RowKeys(RandomStar star, MetricQuery query)
{
    /// <summary>The member (by what its versions share), or the value of an attribute as it was on the day of the row; null is the unknown one.</summary>
    internal Func<int, object?> Of(Fact fact, Dimension dimension)
    {
        FactRows rows = star.RowsOf(fact, query.AsOf);
        if (dimension.Member is not null)
        {
            object?[] keys = rows.Values(fact.Reach[dimension.Name]);
            MemberTable members = star.MembersOf(dimension);
            return row => members.Counted(Whole(keys[row]), query.History);
        }

        if (fact.Reach.TryGetValue(dimension.Name, out string? own))
        {
            object?[] values = rows.Values(own);
            return row => values[row];
        }

        object?[] versions = rows.Values(fact.Reach[dimension.Owner]);
        MemberTable table = star.MembersOf(dimension);
        return query.History.IsAsWas || !table.Owner.Member!.HasVersions
            ? row => table.OfVersion(Whole(versions[row]), dimension.Column!)
            : row => table.Spoken(table.Durable(Whole(versions[row])), dimension.Column!, query.History);
    }

    /// <summary>Every member that a row belongs to: each option of its configuration, or the one member; the unknown one where it has none.</summary>
    internal Func<int, IReadOnlyList<object?>> AllOf(Fact fact, Dimension dimension)
    {
        if (dimension.Bridge is null)
        {
            Func<int, object?> one = Of(fact, dimension);
            return row => [one(row)];
        }

        object?[] keys = star.RowsOf(fact, query.AsOf).Values(fact.Reach[dimension.Name]);
        ILookup<int, object?> members = star.BridgeOf(dimension, fact.Reach[dimension.Name]);
        return row => keys[row] is { } key && members.Contains(Whole(key)) ? [.. members[Whole(key)]] : [null];
    }

    /// <summary>Whether a row counts: what every row of the fact must meet, and every filter.</summary>
    internal Func<int, bool> Passing(Fact fact)
    {
        List<Func<int, bool>> conditions = [];
        if (fact.Condition is { } condition)
        {
            object?[] holds = star.RowsOf(fact, query.AsOf).Values(condition, query.AsOf, query.Period.To);
            conditions.Add(row => holds[row] is true);
        }

        foreach (MemberFilter filter in query.Filters)
        {
            Func<int, IReadOnlyList<object?>> keys = AllOf(fact, filter.Dimension);
            conditions.Add(row => keys(row).Any(key => filter.Values.Contains(Shown(filter, key), StringComparer.Ordinal)) != filter.IsExcluding);
        }

        return row => conditions.TrueForAll(condition => condition(row));
    }

    // A member is asked for by its id or by the name that it has now.
    private string? Shown(MemberFilter filter, object? key)
    {
        if (filter.Dimension.Member is { } member)
        {
            key = star.MembersOf(filter.Dimension).Spoken(Whole(key), filter.IsById ? member.Id! : filter.Dimension.Column!, query.History);
        }

        return Convert.ToString(key, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }

    private static int Whole(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
