namespace ProdSales.Semantics;

/// <summary>The tables that one pass over a fact is joined to, each once: always inner, for key 0 is in every dimension.</summary>
internal sealed class ScanJoins(ScanSource source, string shiftedDay)
{
    private readonly List<string> _joins = [];

    internal IReadOnlyList<string> Lines => _joins;

    /// <summary>The value that rows are grouped by.</summary>
    internal string KeyOf(CutKey key) => key.Grain switch
    {
        null => key.Dimension!.Member is { } member ? Identity(key.Dimension, member) : TitleOf(key.Dimension),
        TimeGrain.Day => shiftedDay,
        { } grain => $"calendar.{Joined("calendar", $"dim_date AS calendar ON calendar.date = {shiftedDay}", StartOf(grain))}",
    };

    /// <summary>The first day of the step of time, as a column of the calendar.</summary>
    internal static string StartOf(TimeGrain grain) => $"{grain.ToString().ToLowerInvariant()}_start";

    /// <summary>The name or attribute as it was on the day of the row.</summary>
    internal string TitleOf(Dimension dimension)
    {
        if (source.Fact.Reach.TryGetValue(dimension.Name, out string? column) && (dimension.Table is null || dimension.Owner != dimension.Name))
        {
            return $"f.{column}";
        }

        return $"{Table(dimension)}.{dimension.Column}";
    }

    /// <summary>The alias under which the dimension's table is joined.</summary>
    internal string Table(Dimension dimension)
    {
        string key = source.Fact.Reach[dimension.Owner];
        return Joined(dimension.Owner, $"{dimension.Table!.Name} AS {dimension.Owner} ON {dimension.Owner}.{dimension.Table.Key} = f.{key}", dimension.Owner);
    }

    private string Identity(Dimension dimension, MemberIdentity member) => member.HasVersions
        ? $"{Table(dimension)}.{member.DurableKey}"
        : $"f.{source.Fact.Reach[dimension.Owner]}";

    private string Joined(string alias, string join, string result)
    {
        string line = $"INNER JOIN {join}";
        if (!_joins.Contains(line))
        {
            _joins.Add(line);
        }

        return result;
    }
}
