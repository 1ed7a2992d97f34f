using System.Reflection;

namespace ProdSales.Feeds;

/// <summary>One column of a <see cref="Feed"/>, as declared by a property of its record.</summary>
/// <param name="Name">The name in snake_case.</param>
/// <param name="Label">The Chinese name.</param>
/// <param name="Type">The type.</param>
/// <param name="IsRequired">Whether a row without a value is refused.</param>
/// <param name="RequiredBy">The name of the column beside some of whose texts a row without a value is refused, too; null when there is none.</param>
/// <param name="RequiredFor">Those texts; empty when there are none.</param>
/// <param name="Unit">The unit; null for texts, dates, keys and flags.</param>
/// <param name="References">The name of the dimension feed whose source id the column holds; null when it is no reference.</param>
/// <param name="Allowed">The only texts allowed; empty when any is.</param>
/// <param name="NotBefore">The name of the column of the same type before whose day or instant a row is refused; null when there is none.</param>
/// <param name="NamesMeasure">Whether the text names a measure of the model.</param>
/// <param name="Min">The smallest allowed number, inclusive; null when unbounded.</param>
/// <param name="Max">The largest allowed number, inclusive; null when unbounded.</param>
/// <param name="Property">The property that declares it, for reading a typed row.</param>
public sealed record FeedColumn(
    string Name,
    string Label,
    FeedType Type,
    bool IsRequired,
    string? RequiredBy,
    IReadOnlyList<string> RequiredFor,
    string? Unit,
    string? References,
    IReadOnlyList<string> Allowed,
    string? NotBefore,
    bool NamesMeasure,
    double? Min,
    double? Max,
    PropertyInfo Property)
{
    /// <summary>Gets the DuckDB type that holds this column while rows are on their way.</summary>
    public string DuckDbType => Type switch
    {
        FeedType.Text => "VARCHAR",
        FeedType.Integer => "BIGINT",
        FeedType.Decimal => "DECIMAL(18,4)",
        FeedType.Double => "DOUBLE",
        FeedType.Boolean => "BOOLEAN",
        FeedType.Date => "DATE",
        FeedType.Instant => "TIMESTAMP",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
