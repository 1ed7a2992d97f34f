namespace ProdSales.Semantics;

/// <summary>The tables that one pass over a fact is joined to, each once: always inner, for key 0 is in every dimension.</summary>
/// <param name="source">The rows.</param>
/// <param name="tables">The small tables of the statement; null where attributes are those of the day of the row.</param>
/// <param name="calendar">The days; null where no step of time is asked for.</param>
/// <param name="held">The step of time whose first day the rows hold as their day: a rollup's, or null for a fact.</param>
internal sealed class ScanJoins(ScanSource source, StatementTables? tables, ScanCalendar? calendar, TimeGrain? held = null)
{
    private readonly List<string> _joins = [];

    internal IReadOnlyList<string> Lines => _joins;

    private string Time => $"f.{source.Fact.Time}";

    /// <summary>The value of a key, by which rows can be grouped.</summary>
    internal string KeyOf(CutKey key) => key.Grain switch
    {
        null => key.Dimension!.Member is { } member ? Identity(key.Dimension, member) : TitleOf(key.Dimension),
        { } grain when source.ChoosesRows => WindowSql.KeyOf(grain),
        { } grain when IsOwnDay(grain) => calendar!.OwnDay(Time, "calendar"),
        { } grain => Joined(calendar!.Join("calendar", Time), $"calendar.{ScanCalendar.StartOf(grain)}"),
    };

    /// <summary>The value of a key, and what rows are grouped by for it where that is cheaper and no coarser.</summary>
    /// <remarks>
    /// A step that is made of parts of the day needs no calendar. Nor can the engine then take the days of the calendar for a reason to expect few rows,
    /// and build its hash table from the fact instead of from a large dimension.
    /// </remarks>
    internal (string Value, IReadOnlyList<string> By) GroupOf(CutKey key)
    {
        if (key.Grain is { } grain && !source.ChoosesRows && !IsOwnDay(grain) && calendar!.PartsOf(grain, Time) is { } parts)
        {
            return parts;
        }

        string value = KeyOf(key);
        return (value, [value]);
    }

    /// <summary>Whether the rows hold the step of time itself, moved at most.</summary>
    internal bool IsOwnDay(TimeGrain grain) => !calendar!.IsMapped && (grain is TimeGrain.Day || (grain == held && calendar.KeepsMonths));

    /// <summary>Leaves out the rows of days that no day of the question is laid against.</summary>
    internal void KeepComparedDays() => Joined(calendar!.Join("calendar", Time), "");

    /// <summary>Whether the fact itself has a column that decides the value.</summary>
    internal bool HasRawColumn(CutKey key) => key.Grain is not null || source.Fact.Reach.ContainsKey(key.Dimension!.Owner);

    /// <summary>The fact's own column that decides the value: the day, or the key of a version.</summary>
    internal string RawColumnOf(CutKey key) => key.Grain is null ? $"f.{source.Fact.Reach[key.Dimension!.Owner]}" : $"f.{source.Fact.Time}";

    /// <summary>The join that finds the value from a column that holds the fact's own one, and the value.</summary>
    internal (string Join, string Value) JoinOf(CutKey key, string own)
    {
        if (key.Grain is { } grain)
        {
            return (calendar!.Join("calendar", own), $"calendar.{ScanCalendar.StartOf(grain)}");
        }

        Dimension dimension = key.Dimension!;
        return ($"INNER JOIN {VersionsOf(dimension)} AS {dimension.Owner} ON {dimension.Owner}.{dimension.Table!.Key} = {own}", $"{dimension.Owner}.{dimension.Member!.DurableKey}");
    }

    /// <summary>The name or attribute by the version that speaks: that of the day of the row where nothing else is asked.</summary>
    internal string TitleOf(Dimension dimension)
    {
        if (dimension.Bridge is not null)
        {
            return Joined(BridgeJoinSql.Join(dimension, ColumnOf(dimension)), BridgeJoinSql.Value(dimension));
        }

        if (source.Fact.Reach.TryGetValue(dimension.Name, out string? column) && (dimension.Table is null || dimension.Owner != dimension.Name))
        {
            return $"f.{column}";
        }

        return $"{Table(dimension)}.{dimension.Column}";
    }

    /// <summary>The fact's own column that a dimension of several members for a row is found by.</summary>
    internal string ColumnOf(Dimension dimension) => $"f.{source.Fact.Reach[dimension.Name]}";

    /// <summary>The alias under which the dimension's table is joined.</summary>
    internal string Table(Dimension dimension)
    {
        string key = source.Fact.Reach[dimension.Owner];
        return Joined($"INNER JOIN {VersionsOf(dimension)} AS {dimension.Owner} ON {dimension.Owner}.{dimension.Table!.Key} = f.{key}", dimension.Owner);
    }

    /// <summary>Whether attributes are those of the day of the row.</summary>
    internal bool IsAsWas(Dimension dimension) => tables?.IsAsWas(dimension) ?? true;

    private string VersionsOf(Dimension dimension) => tables?.VersionsOf(dimension) ?? dimension.Table!.Name;

    private string Identity(Dimension dimension, MemberIdentity member) => member.HasVersions
        ? $"{Table(dimension)}.{member.DurableKey}"
        : $"f.{source.Fact.Reach[dimension.Owner]}";

    private string Joined(string line, string result)
    {
        if (!_joins.Contains(line))
        {
            _joins.Add(line);
        }

        return result;
    }
}
