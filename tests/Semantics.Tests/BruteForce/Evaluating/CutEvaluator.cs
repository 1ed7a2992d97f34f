using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Evaluating.Days;
using ProdSales.SemanticsTests.BruteForce.Questions;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>
/// What a question must give, worked out in memory from the definitions: rows are gathered one by one, cut by cut, with nothing of the plan,
/// its shared scans or its SQL.
/// </summary>
internal sealed class CutEvaluator(RandomStar star, MetricQuery query)
{
    internal IReadOnlyList<(CutRequest Cut, IReadOnlyList<ExpectedRow> Rows)> Answer() =>
        [.. query.Cuts.Select(cut => (cut, Told([cut], Rows([cut]).Values, [])))];

    private Dictionary<string, ExpectedRow> Rows(IReadOnlyList<CutRequest> path)
    {
        CutRequest cut = path[^1];
        (CutRequest Cut, ExpectedRow[] Rows)[] inner = [.. cut.Cuts.Select(below => (below, Rows([.. path, below]).Values.ToArray()))];
        MeasureValues values = new(star, query, path);
        Dictionary<string, object?[]> places = new(StringComparer.Ordinal);
        if (path.All(outer => outer.Dimension is null && outer.Grain is null))
        {
            object?[] whole = new object?[path.Count];
            places.Add(MeasureValues.PathOf(whole), whole);
        }

        foreach ((string place, object?[] keys) in Places(path, values).Concat(inner.SelectMany(below => below.Rows).Select(row => Outer(row.Keys))))
        {
            places.TryAdd(place, keys);
        }

        return places.ToDictionary(place => place.Key, place => Row(path, values, place.Key, place.Value, inner), StringComparer.Ordinal);
    }

    // No inner row lacks its outer row.
    private static (string Place, object?[] Keys) Outer(IReadOnlyList<object?> keys)
    {
        object?[] outer = [.. keys.Take(keys.Count - 1)];
        return (MeasureValues.PathOf(outer), outer);
    }

    private IEnumerable<(string, object?[])> Places(IReadOnlyList<CutRequest> path, MeasureValues values)
    {
        CutRequest cut = path[^1];
        if (cut.Measures.Count > 0 || Asked(path).Any() || cut.Cuts.Any(below => HasRows([.. path, below])))
        {
            return Asked(path).SelectMany(values.Places);
        }

        return First(path) is { } first ? values.Places(first, null, first.Window) : [];
    }

    // Where nothing is asked for but names, the first fact that reaches them tells.
    private Fact? First(IReadOnlyList<CutRequest> path) => query.Subject.Facts.FirstOrDefault(fact =>
        path.Select(outer => outer.Dimension).Concat(query.Filters.Select(filter => filter.Dimension)).OfType<Dimension>().All(dimension => Availability.Reaches(fact, dimension)));

    private IEnumerable<MeasureRequest> Asked(IReadOnlyList<CutRequest> path) =>
        path[^1].Measures.Concat(path[^1].Values.SelectMany(condition => Sides(condition.Asked, condition.IsChange)))
            .Concat(path[^1].Order is { Measure: { } measure } order ? Sides(new MeasureRequest(measure, order.Comparison), order.IsChange) : [])
            .Where(request => Availability.Of(request.Measure, query, path));

    private bool HasRows(IReadOnlyList<CutRequest> path) =>
        Asked(path).Any() || path[^1].Cuts.Any(below => HasRows([.. path, below])) || (path[^1].Measures.Count == 0 && First(path) is not null);

    private ExpectedRow Row(IReadOnlyList<CutRequest> path, MeasureValues values, string place, object?[] keys, (CutRequest Cut, ExpectedRow[] Rows)[] inner)
    {
        CutRequest cut = path[^1];
        Number? Judged(MeasureRequest request, bool isChange) => isChange && Availability.Of(request.Measure, query, path) ? ChangeOf(request, side => values.Of(side, place, keys)) : Value(request);
        Number? Value(MeasureRequest request) => Availability.Of(request.Measure, query, path) ? values.Of(request, place, keys) : null;
        Dictionary<string, string?> names = cut.Fields.DistinctBy(field => field.Column).ToDictionary(field => field.Column, field => NameOf(field, path, keys), StringComparer.Ordinal);
        if (path.LastOrDefault(outer => outer.Grain is not null) is { } timed)
        {
            names["period"] = ((DateOnly)keys[path.ToList().IndexOf(timed)]!).ToString("O", CultureInfo.InvariantCulture);
        }

        return new ExpectedRow
        {
            Path = place,
            Keys = keys,
            Place = [.. PlaceOf(cut, keys[^1])],
            Names = names,
            Values = cut.Measures.DistinctBy(request => request.Column).ToDictionary(request => request.Column, Value, StringComparer.Ordinal),
            Ordering = cut.Order is { Measure: { } measure } order ? Judged(new MeasureRequest(measure, order.Comparison), order.IsChange) : null,
            Inner = [.. inner.Select(below => (below.Cut, Told([.. path, below.Cut], below.Rows.Where(row => Outer(row.Keys).Place == place), keys)))],
            IsTold = cut.Values.All(condition => Conditions.Hold(condition, Judged(condition.Asked, condition.IsChange))) && cut.Names.All(condition => Conditions.Hold(condition, ToldName(path, keys, condition.IsById))),
        };
    }

    private static IEnumerable<MeasureRequest> Sides(MeasureRequest request, bool isChange) => isChange ? [new MeasureRequest(request.Measure), request] : [request];

    // What was and is no more has changed by all of it, where it is a sum; of anything else both sides must be known, and of no days nothing can be said.
    private Number? ChangeOf(MeasureRequest request, Func<MeasureRequest, Number?> value)
    {
        if (request.Comparison!.Of(query.Period, query.AsOf) is null)
        {
            return null;
        }

        bool isSum = request.Measure.Guard is null && Decomposition.Of(request.Measure.Formula) is { Denominator: null };
        Number?[] sides = [.. Sides(request, isChange: true).Select(side => value(side) ?? (isSum ? Number.Of(0m) : null))];
        return sides is [{ } now, { } then] ? now - then : null;
    }

    private string? ToldName(IReadOnlyList<CutRequest> path, object?[] keys, bool isId) => path[^1] switch
    {
        { Dimension: { } dimension } => NameOf(new CutField(dimension, isId), path, keys),
        { Grain: not null } => ((DateOnly)keys[^1]!).ToString("O", CultureInfo.InvariantCulture),
        _ => null,
    };

    // The rows of a cut under one row around it, with the steps of time that nothing is on record of, where they are asked for.
    private IReadOnlyList<ExpectedRow> Told(IReadOnlyList<CutRequest> path, IEnumerable<ExpectedRow> recorded, IReadOnlyList<object?> outer)
    {
        Dictionary<string, ExpectedRow> rows = recorded.ToDictionary(row => row.Path, StringComparer.Ordinal);
        if (path[^1].EveryStep)
        {
            MeasureValues values = new(star, query, path);
            foreach (object?[] keys in Slices.EverySteps(query.Period, path, outer))
            {
                string place = MeasureValues.PathOf(keys);
                if (!rows.ContainsKey(place))
                {
                    rows.Add(place, Row(path, values, place, keys, [.. path[^1].Cuts.Select(below => (below, (ExpectedRow[])[]))]));
                }
            }
        }

        return [.. rows.Values.Where(row => row.IsTold)];
    }

    // Known from the nearest cut by the dimension itself, else from a cut by the member that it is an attribute of, as that member is now.
    private string? NameOf(CutField field, IReadOnlyList<CutRequest> path, object?[] keys)
    {
        for (int i = path.Count - 1; i >= 0; i--)
        {
            if (path[i].Dimension is { } dimension && dimension.Name == field.Dimension.Name)
            {
                return dimension.Member is { } member ? Text(star.MembersOf(dimension).Spoken((int)keys[i]!, field.IsId ? member.Id! : dimension.Column!, query.History)) : Text(keys[i]);
            }
        }

        for (int i = path.Count - 1; i >= 0; i--)
        {
            if (path[i].Dimension is { Member: not null } owner && owner.Name == field.Dimension.Owner)
            {
                return Text(star.MembersOf(owner).Spoken((int)keys[i]!, field.Dimension.Column!, query.History));
            }
        }

        throw new InvalidOperationException($"No cut tells {field.Column}.");
    }

    private IEnumerable<IComparable?> PlaceOf(CutRequest cut, object? key)
    {
        if (cut.Dimension is not { Member: { } member } dimension)
        {
            yield return key switch
            {
                string text when WordsOf(cut.Dimension!) is { } words => words.ToList().IndexOf(text),
                string text => new OrdinalText(text),
                _ => (IComparable?)key,
            };
            yield break;
        }

        MemberTable members = star.MembersOf(dimension);
        if (member.Order is { } natural && cut.Order is null)
        {
            yield return (IComparable?)members.Spoken((int)key!, natural, query.History);
        }

        yield return members.Spoken((int)key!, dimension.Column!, query.History) is string title ? new OrdinalText(title) : null;
        yield return member.Id is { } id && members.Spoken((int)key!, id, query.History) is string name ? new OrdinalText(name) : null;
        yield return (int)key!;
    }

    // What is told by words of a list stands in the order of the list.
    private IReadOnlyList<string>? WordsOf(Dimension dimension)
    {
        if (dimension.Table is not null && star.MembersOf(dimension).Enums.TryGetValue(dimension.Column!, out IReadOnlyList<string>? words))
        {
            return words;
        }

        return query.Subject.Facts.Where(fact => fact.Reach.ContainsKey(dimension.Name))
            .Select(fact => star.RowsOf(fact, query.AsOf).Enums.GetValueOrDefault(fact.Reach[dimension.Name])).OfType<IReadOnlyList<string>>().FirstOrDefault();
    }

    private static string? Text(object? value) => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
}
