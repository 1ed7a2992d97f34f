using System.Text.RegularExpressions;

namespace ProdSales.Semantics;

/// <summary>Reads who may see what, and works out which measures each role may not see.</summary>
internal sealed class RoleReader(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Subject> subjects)
{
    private readonly Measure[] _measures = [.. subjects.SelectMany(subject => subject.Measures)];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal IEnumerable<Role> Read(IEnumerable<YamlMap> files)
    {
        foreach (YamlMap file in files)
        {
            file.Allow("roles");
            foreach (YamlMap entry in file.Maps("roles"))
            {
                yield return Read(entry);
            }
        }
    }

    private Role Read(YamlMap entry)
    {
        entry.Allow("name", "label", "rows", "masks", "may");
        string name = entry.Name("name");
        if (!_names.Add(name))
        {
            entry.Refuse("name", NameFaults.Twice(NameFaults.Role, name));
        }

        Role role = new() { Name = name, Label = entry.Localised("label"), Rows = [.. entry.Maps("rows").Select(Rule).OfType<RowRule>()], Rights = Rights(entry), Place = entry.Place };
        return entry.Map("masks") is { } masks ? Masked(role, masks) : role;
    }

    private static HashSet<Right> Rights(YamlMap entry)
    {
        HashSet<Right> rights = [];
        foreach (string name in entry.Texts("may"))
        {
            if (RightNames.TryGetValue(name, out Right right))
            {
                rights.Add(right);
            }
            else
            {
                entry.Refuse("may", RoleFaults.NoRight(name, RightNames.Keys));
            }
        }

        return rights;
    }

    private RowRule? Rule(YamlMap entry)
    {
        entry.Allow("dimension", "in", "not_in", "in_ids", "not_in_ids", "unknown");
        string name = entry.Name("dimension");
        string[] tests = [.. ((string[])["in", "not_in", "in_ids", "not_in_ids"]).Intersect(entry.Keys, StringComparer.Ordinal)];
        if (tests is not [var test])
        {
            entry.Refuse("dimension", RoleFaults.RuleUnclear());
            return null;
        }

        if (Known(entry, "dimension", name) is not { } dimension)
        {
            return null;
        }

        bool isById = test.EndsWith("_ids", StringComparison.Ordinal);
        if (isById && dimension.Member?.Id is null)
        {
            entry.Refuse(test, RoleFaults.WithoutIds(name));
            return null;
        }

        bool namesUnknown = entry.Keys.Contains("unknown", StringComparer.Ordinal) && entry.OneOf("unknown", Truths);
        return new RowRule(dimension, isById, test.StartsWith("not", StringComparison.Ordinal), entry.Texts(test), namesUnknown);
    }

    private Role Masked(Role role, YamlMap masks)
    {
        masks.Allow("measures", "columns", "dimensions", "reveals");
        HashSet<string> named = [.. Measures(masks, "measures").Select(measure => measure.QualifiedName)];
        HashSet<string> revealed = [.. Measures(masks, "reveals").Select(measure => measure.QualifiedName)];
        HashSet<string> columns = [.. masks.Texts("columns").Where(column => IsColumn(masks, column))];
        ILookup<bool, Measure> hidden = _measures.Where(measure => !revealed.Contains(measure.QualifiedName)).ToLookup(measure => IsMasked(measure, named, columns));
        foreach ((Measure masked, IReadOnlyList<Measure> from) in ComputableMasks.Of([.. hidden[true]], [.. hidden[false]]))
        {
            masks.Refuse("measures", RoleFaults.Computable(role.Name, masked.QualifiedName, [.. from.Select(measure => measure.QualifiedName)]));
        }

        return role with
        {
            MaskedMeasures = hidden[true].Select(measure => measure.QualifiedName).ToHashSet(StringComparer.Ordinal),
            MaskedColumns = columns,
            MaskedDimensions = masks.Texts("dimensions").Where(name => Known(masks, "dimensions", name) is not null).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static bool IsMasked(Measure measure, HashSet<string> named, HashSet<string> columns) =>
        named.Contains(measure.QualifiedName) || measure.DerivedFrom.Any(named.Contains) || measure.Aggregates().Any(part => columns.Any(column => Reads(part, column)));

    // What a statement that stands for a table makes of a column is not looked into: every number of it counts as read from it.
    private static bool Reads(Aggregate part, string column)
    {
        string[] parts = column.Split('.');
        return part.Fact.Tells.Contains(column) || (part.Fact.Tables.Contains(parts[0])
            && (part.Columns.Contains(parts[1]) || Regex.IsMatch(part.Fact.Relation, $@"\b{Regex.Escape(parts[1])}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));
    }

    private IEnumerable<Measure> Measures(YamlMap map, string key)
    {
        foreach (string name in map.Texts(key))
        {
            if (Array.Find(_measures, measure => measure.QualifiedName == name) is { } found)
            {
                yield return found;
            }
            else
            {
                map.Refuse(key, UnknownFaults.Measure(name, _measures.Select(measure => measure.QualifiedName)));
            }
        }
    }

    private bool IsColumn(YamlMap masks, string column)
    {
        string[] tables = [.. _measures.SelectMany(measure => measure.Aggregates()).SelectMany(part => part.Fact.Tables).Distinct(StringComparer.Ordinal)];
        bool isColumn = column.Split('.') is [var table, { Length: > 0 }] && tables.Contains(table);
        if (!isColumn)
        {
            masks.Refuse("columns", UnknownFaults.ColumnOfNoTable(column, tables));
        }

        return isColumn;
    }

    private Dimension? Known(YamlMap entry, string key, string name)
    {
        Dimension? known = dimensions.FirstOrDefault(dimension => dimension.Name == name);
        if (known is null)
        {
            entry.Refuse(key, UnknownFaults.Dimension(name, dimensions.Select(other => other.Name)));
        }

        return known;
    }

    private static readonly Dictionary<string, Right> RightNames = new(StringComparer.Ordinal)
    {
        ["manage_predictions"] = Right.ManagePredictions,
        ["override_forecasts"] = Right.OverrideForecasts,
        ["see_plans"] = Right.SeePlans,
        ["read_schema"] = Right.ReadSchema,
    };

    private static readonly Dictionary<string, bool> Truths = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };
}
