using System.Security.Cryptography;
using System.Text;

namespace ProdSales.Semantics;

/// <summary>What an asker may see: which rows, which measures, which dimensions; and what may be done. Part of every question, applied when it is planned.</summary>
public sealed class SecurityScope
{
    private SecurityScope(
        IReadOnlyList<MemberFilter> predicates, IReadOnlySet<string> maskedMeasures, IReadOnlySet<string> maskedColumns, IReadOnlySet<string> maskedDimensions, IReadOnlySet<Right> rights)
    {
        Predicates = predicates;
        MaskedMeasures = maskedMeasures;
        MaskedColumns = maskedColumns;
        MaskedDimensions = maskedDimensions;
        Rights = rights;
        Hash = HashOf();
    }

    /// <summary>The scope that sees and may do everything.</summary>
    public static SecurityScope Full { get; } = new([], new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), Enum.GetValues<Right>().ToHashSet());

    /// <summary>Conditions that every row must meet, at most one of a kind for each dimension; attributes are those of the day of the row, whatever the question says.</summary>
    public IReadOnlyList<MemberFilter> Predicates { get; }

    /// <summary>Measures that are null with the reason <c>masked</c>, as in sales.cost.</summary>
    public IReadOnlySet<string> MaskedMeasures { get; }

    /// <summary>Columns of star tables that are never shown, as in fact_sales_order_line.cost_amount.</summary>
    public IReadOnlySet<string> MaskedColumns { get; }

    /// <summary>Names of dimensions that are neither cut by, filtered by, searched nor named.</summary>
    public IReadOnlySet<string> MaskedDimensions { get; }

    /// <summary>What may be done beside asking; no part of <see cref="Hash"/>, since it changes no answer.</summary>
    public IReadOnlySet<Right> Rights { get; }

    /// <summary>True when nothing is taken away.</summary>
    public bool IsFull => Predicates.Count == 0 && MaskedMeasures.Count == 0 && MaskedColumns.Count == 0 && MaskedDimensions.Count == 0;

    /// <summary>Sixteen hex digits, the same for scopes that see the same; a part of every key under which an answer is kept.</summary>
    public string Hash { get; }

    /// <summary>What a principal may see of a model.</summary>
    public static ScopeResolution Of(SemanticModel model, Principal principal)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(principal);
        return principal.HasFullAccess ? new(Full, null) : RoleUnion.Of(model, principal);
    }

    /// <summary>Whether the value of the measure may not be seen.</summary>
    public bool Masks(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return MaskedMeasures.Contains(measure.QualifiedName);
    }

    /// <summary>Whether the members of the dimension may not be seen.</summary>
    public bool Masks(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return MaskedDimensions.Contains(dimension.Name);
    }

    /// <summary>Whether a column of a fact may not be seen.</summary>
    public bool Masks(Fact fact, string column)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Tables.Any(table => MaskedColumns.Contains($"{table}.{column}"));
    }

    /// <summary>The first dimension of a predicate by which the rows of the fact cannot be told apart, or null when the fact may be read under this scope.</summary>
    public Dimension? Unreached(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Predicates.Select(predicate => predicate.Dimension).FirstOrDefault(dimension => !fact.TellsApart(dimension));
    }

    /// <summary>The scope of predicates, one after the other narrower, and masks.</summary>
    internal static SecurityScope Of(
        IEnumerable<MemberFilter> predicates,
        IReadOnlySet<string> maskedMeasures,
        IReadOnlySet<string> maskedColumns,
        IReadOnlySet<string> maskedDimensions,
        IReadOnlySet<Right>? rights = null) =>
        new([.. Canonical(predicates)], maskedMeasures, maskedColumns, maskedDimensions, rights ?? new HashSet<Right>());

    // Of one dimension, what only is seen is what every rule names, and what is left out is what any rule names.
    private static IEnumerable<MemberFilter> Canonical(IEnumerable<MemberFilter> predicates) =>
        predicates.GroupBy(predicate => (predicate.Dimension.Name, predicate.IsById, predicate.IsExcluding))
            .OrderBy(same => same.Key)
            .Select(same => same.First() with
            {
                Values =
                [
                    .. same.Select(predicate => predicate.Values.AsEnumerable())
                        .Aggregate((held, next) => same.Key.IsExcluding ? held.Union(next) : held.Intersect(next)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
                ],
            });

    private string HashOf()
    {
        StringBuilder text = new();
        foreach (MemberFilter predicate in Predicates)
        {
            Line(text, [predicate.Dimension.Name, predicate.IsById ? "id" : "name", predicate.IsExcluding ? "not" : "in", .. predicate.Values]);
        }

        Line(text, ["measures", .. MaskedMeasures.Order(StringComparer.Ordinal)]);
        Line(text, ["columns", .. MaskedColumns.Order(StringComparer.Ordinal)]);
        Line(text, ["dimensions", .. MaskedDimensions.Order(StringComparer.Ordinal)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    // Lengths stand before the values, so that no two lists are written alike.
    private static void Line(StringBuilder text, IEnumerable<string?> values)
    {
        foreach (string? value in values)
        {
            text.Append(value?.Length ?? -1).Append(':').Append(value).Append(' ');
        }

        text.Append('\n');
    }
}
