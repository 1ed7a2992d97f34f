using System.Globalization;
using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Evaluating.Days;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>The aggregates of one cut: every group of rows gathered one row after the other.</summary>
internal sealed class MeasureValues(RandomStar star, MetricQuery query, IReadOnlyList<CutRequest> path)
{
    private readonly RowKeys _keys = new(star, query);
    private readonly Dictionary<(Fact, Comparison?, Window), IReadOnlyDictionary<string, Group>> _groups = [];

    private TimeGrain[] Grains => [.. path.Select(cut => cut.Grain).OfType<TimeGrain>()];

    /// <summary>The rows of the cut that a measure has rows of facts for, with the keys of each.</summary>
    internal IEnumerable<(string Path, object?[] Keys)> Places(MeasureRequest request) =>
        request.Measure.Aggregates().SelectMany(part => Places(part.Fact, request.Comparison, part.Window));

    internal IEnumerable<(string Path, object?[] Keys)> Places(Fact fact, Comparison? comparison, Window window) =>
        Groups(fact, comparison, window).Select(group => (group.Key, group.Value.Keys));

    /// <summary>The value of a measure in one row of the cut.</summary>
    internal Number? Of(MeasureRequest request, string place, IReadOnlyList<object?> keys)
    {
        int? Days()
        {
            DateOnly[] steps = [.. path.Select((cut, index) => (cut, index)).Where(pair => pair.cut.Grain is not null).Select(pair => (DateOnly)keys[pair.index]!)];
            return Slices.DaysOf(query, DayPairs.Of(query, request.Comparison), Grains, steps);
        }

        Number? Value(Aggregate part) => Of(part, request.Comparison, place);
        (IReadOnlyList<(DateOnly, Number)>, DateOnly)? Months(Aggregate part) =>
            Groups(part.Fact, request.Comparison, part.Window).TryGetValue(place, out Group? group) ? (Flows(part, group), group.PeriodEnd) : null;
        return request.Measure.Minimum is { } minimum && (Calculation.Of(minimum.Cases, Value, Days, Months)?.Approximate ?? 0) < minimum.Least
            ? null
            : Calculation.Of(request.Measure, Value, Days, Months);
    }

    private Number? Of(Aggregate part, Comparison? comparison, string place)
    {
        if (!Groups(part.Fact, comparison, part.Window).TryGetValue(place, out Group? group))
        {
            return null;
        }

        Number? value = Aggregation.Of(part, star.RowsOf(part.Fact, query.AsOf), group.Rows, query.AsOf, group.PeriodEnd);
        return value is { } sum && part.Window is Window.Average ? Number.Quotient(sum, Number.Of((decimal)group.Divisor)) : value;
    }

    private List<(DateOnly, Number)> Flows(Aggregate part, Group group)
    {
        FactRows rows = star.RowsOf(part.Fact, query.AsOf);
        object?[] values = rows.Values(part.Argument!, query.AsOf, group.PeriodEnd);
        object?[]? filter = part.Filter is { } condition ? rows.Values(condition, query.AsOf, group.PeriodEnd) : null;
        return [.. group.Rows.Where(row => values[row] is not null && (filter is null || filter[row] is true)).Select(row => (rows.Days[row]!.Value, Number.From(values[row])!.Value))];
    }

    private IReadOnlyDictionary<string, Group> Groups(Fact fact, Comparison? comparison, Window window)
    {
        if (!_groups.TryGetValue((fact, comparison, window), out IReadOnlyDictionary<string, Group>? groups))
        {
            groups = Gathered(fact, comparison, window);
            _groups.Add((fact, comparison, window), groups);
        }

        return groups;
    }

    private Dictionary<string, Group> Gathered(Fact fact, Comparison? comparison, Window window)
    {
        Dictionary<string, Group> groups = new(StringComparer.Ordinal);
        FactRows rows = star.RowsOf(fact, query.AsOf);
        Func<int, bool> passes = _keys.Passing(fact);
        Func<int, IReadOnlyList<object?>>?[] members = [.. path.Select(cut => cut.Dimension is { } dimension ? _keys.AllOf(fact, dimension) : null)];
        foreach (Slice slice in Slices.Of(rows, query, DayPairs.Of(query, comparison), window, Grains))
        {
            foreach (int row in slice.Rows.Where(passes))
            {
                int step = 0;
                IReadOnlyList<object?>[] parts = [.. path.Select((cut, index) => members[index] is { } member ? member(row) : cut.Grain is null ? [null] : (IReadOnlyList<object?>)[slice.Steps[step++]])];
                foreach (object?[] keys in Combined(parts))
                {
                    string place = PathOf(keys);
                    if (!groups.TryGetValue(place, out Group? group))
                    {
                        groups.Add(place, group = new Group(keys, [], slice.Divisor, slice.PeriodEnd));
                    }

                    group.Rows.Add(row);
                }
            }
        }

        return groups;
    }

    private static IEnumerable<object?[]> Combined(IEnumerable<IReadOnlyList<object?>> parts) =>
        parts.Aggregate((IEnumerable<object?[]>)[[]], (so, next) => so.SelectMany(keys => next.Select(key => (object?[])[.. keys, key])));

    internal static string PathOf(IEnumerable<object?> keys) =>
        string.Join('\u001f', keys.Select(key => key is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(key, CultureInfo.InvariantCulture)));

    private sealed record Group(object?[] Keys, List<int> Rows, int Divisor, DateOnly PeriodEnd);
}
