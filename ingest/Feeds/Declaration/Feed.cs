using System.Reflection;

namespace ProdSales.Feeds;

/// <summary>The schema of one feed, reflected from its record.</summary>
public sealed class Feed
{
    private readonly Dictionary<string, FeedColumn> _byName;

    private Feed(Type recordType, FeedAttribute declaration, IReadOnlyList<FeedColumn> columns)
    {
        RecordType = recordType;
        Name = declaration.Name;
        Kind = declaration.Kind;
        Label = declaration.Label;
        Columns = columns;
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        IsFromModels = declaration.IsFromModels;
        BusinessDate = declaration.BusinessDate is { } date ? _byName[SnakeCase.From(date)] : null;
        Whole = declaration.Whole is { } whole ? _byName[SnakeCase.From(whole)] : null;
    }

    /// <summary>Gets the record type whose instances are rows of this feed.</summary>
    public Type RecordType { get; }

    /// <summary>Gets the name in snake_case singular, as in <c>sales_order_line</c>.</summary>
    public string Name { get; }

    /// <summary>Gets whether rows are master data with history, or transactions.</summary>
    public FeedKind Kind { get; }

    /// <summary>Gets the Chinese name.</summary>
    public string Label { get; }

    /// <summary>Gets the columns: first the four of <see cref="FeedRow"/>, then the feed's own in the order of declaration.</summary>
    public IReadOnlyList<FeedColumn> Columns { get; }

    /// <summary>Gets the column by whose date a fact finds dimension versions; null for a dimension.</summary>
    public FeedColumn? BusinessDate { get; }

    /// <summary>Gets the column whose rows share one whole, so that their <c>weight</c> sums to 1; null for a feed without weights.</summary>
    public FeedColumn? Whole { get; }

    /// <summary>Gets whether the rows come from the product's own models, so that no source tells them; a file of them can be loaded all the same.</summary>
    public bool IsFromModels { get; }

    /// <summary>Gets the table of the star that holds the rows.</summary>
    public string Table => (Kind is FeedKind.Dimension ? "dim_" : "fact_") + Name;

    /// <summary>Finds a column by its snake_case name.</summary>
    /// <param name="name">The name to look for.</param>
    /// <returns>The column, or null when the feed has none of that name.</returns>
    public FeedColumn? Column(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads the declaration of a record type.</summary>
    /// <param name="recordType">A sealed record derived from <see cref="FeedRow"/> with a <see cref="FeedAttribute"/>.</param>
    /// <returns>Its schema.</returns>
    /// <exception cref="ArgumentException">The type is not declared as a feed: a mistake in our code.</exception>
    public static Feed Of(Type recordType)
    {
        ArgumentNullException.ThrowIfNull(recordType);
        FeedAttribute declaration = recordType.GetCustomAttribute<FeedAttribute>()
            ?? throw new ArgumentException($"{recordType.Name} has no [Feed] attribute.", nameof(recordType));
        NullabilityInfoContext nullability = new();
        PropertyInfo[] own = recordType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        PropertyInfo[] common = typeof(FeedRow).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        return new Feed(recordType, declaration, [.. common.Concat(own).Select(property => ColumnOf(property, nullability))]);
    }

    private static FeedColumn ColumnOf(PropertyInfo property, NullabilityInfoContext nullability)
    {
        ColumnAttribute column = property.GetCustomAttribute<ColumnAttribute>()
            ?? throw new ArgumentException($"{property.DeclaringType!.Name}.{property.Name} has no [Column] attribute.", nameof(property));
        bool isRequired = nullability.Create(property).ReadState is NullabilityState.NotNull;
        return new FeedColumn(
            SnakeCase.From(property.Name),
            column.Label,
            TypeOf(property),
            isRequired,
            column.RequiredBy is { } other ? SnakeCase.From(other) : null,
            column.RequiredFor ?? [],
            column.Unit,
            column.References?.GetCustomAttribute<FeedAttribute>()!.Name,
            column.Allowed ?? [],
            column.NotBefore is { } earlier ? SnakeCase.From(earlier) : null,
            column.NamesMeasure,
            double.IsNaN(column.Min) ? null : column.Min,
            double.IsNaN(column.Max) ? null : column.Max,
            property);
    }

    private static FeedType TypeOf(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => FeedType.Text,
            _ when type == typeof(long) => FeedType.Integer,
            _ when type == typeof(decimal) => FeedType.Decimal,
            _ when type == typeof(double) => FeedType.Double,
            _ when type == typeof(bool) => FeedType.Boolean,
            _ when type == typeof(DateOnly) => FeedType.Date,
            _ when type == typeof(DateTime) => FeedType.Instant,
            _ => throw new ArgumentException($"{property.DeclaringType!.Name}.{property.Name}: {type.Name} is no feed type.", nameof(property)),
        };
    }
}
