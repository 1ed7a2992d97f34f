namespace ProdSales.Simulation.Calendar;

/// <summary>What is to happen on which day, in the order in which it was noted.</summary>
internal sealed class Agenda<T>
{
    private readonly Dictionary<int, List<T>> _byDay = [];

    internal void Add(DateOnly day, T item)
    {
        if (!_byDay.TryGetValue(day.DayNumber, out List<T>? items))
        {
            _byDay[day.DayNumber] = items = [];
        }

        items.Add(item);
    }

    /// <summary>Takes what is noted for a day off the agenda.</summary>
    internal IReadOnlyList<T> Take(DateOnly day) => _byDay.Remove(day.DayNumber, out List<T>? items) ? items : [];

    /// <summary>Everything that is still noted, by day.</summary>
    internal IEnumerable<T> Rest() => _byDay.OrderBy(entry => entry.Key).SelectMany(entry => entry.Value);
}
