using System.Text.RegularExpressions;

namespace ProdSales.Semantics;

/// <summary>Puts the sums that a <c>source</c> names, as in <c>{{sales.revenue of l}}</c>, in place of their names, so that no statement defines again what a measure says.</summary>
internal sealed partial class SourceNumbers(IReadOnlyList<(YamlMap Map, string Name, Fact[] Facts)> subjects)
{
    /// <summary>The fact with every name put in; itself where it names nothing.</summary>
    internal Fact Filled(Fact fact, YamlMap subject)
    {
        List<string> named = [];
        string relation = Named().Replace(fact.Relation, match =>
        {
            string name = match.Groups["measure"].Value;
            named.Add(name);
            return Sum(name, match.Groups["alias"].Value) ?? Refused(subject, name, match.Value);
        });
        return named.Count == 0 ? fact : fact with { Relation = relation, Names = named };
    }

    private string? Sum(string name, string alias)
    {
        string[] parts = name.Split('.');
        (YamlMap map, _, Fact[] facts) = subjects.FirstOrDefault(subject => subject.Name == parts[0]);
        YamlMap? entry = map?.Maps("measures").FirstOrDefault(measure => measure.Optional("name") == parts[1]);
        Fact? fact = entry?.Optional("fact") is { } own ? Array.Find(facts, known => known.Name == own) : facts is [{ } only] ? only : null;
        if (entry?.Optional("formula") is not { } formula || fact is null || fact.Relation.StartsWith('(') || Parsed(formula) is not { } sum)
        {
            return null;
        }

        // Rows that the fact leaves out count for nothing here either.
        return AggregateSql.Of(sum.Over(fact, null) with { Filter = fact.Condition }, fragment => fragment.Under(alias));
    }

    private static UnboundAggregate? Parsed(string formula)
    {
        try
        {
            return FormulaParser.Parse(formula) is UnboundAggregate { Function: AggregateFunction.Sum, Filter: null } sum ? sum : null;
        }
        catch (FormulaException)
        {
            return null;
        }
    }

    private static string Refused(YamlMap subject, string name, string written)
    {
        subject.Refuse("facts", UnknownFaults.NoSumOfSource(name));
        return written;
    }

    [GeneratedRegex(@"\{\{(?<measure>[a-z_0-9]+\.[a-z_0-9]+) of (?<alias>[a-z_0-9]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
