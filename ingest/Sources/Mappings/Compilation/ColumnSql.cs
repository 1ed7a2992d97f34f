using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Sources.Mappings.Declaration;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>The SQL of one filled column: from the staged expression over value maps to the checked feed value.</summary>
/// <remarks>
/// Four names stand for the column on its way, each followed by its number: <c>s</c> the guarded expression, <c>x</c> its value,
/// <c>m</c> after value maps and prefix, <c>v</c> in the feed's type. The guard is TRY around a struct: the struct is null exactly
/// when the expression failed on that row, so one bad cast makes one bad row and not a failed load.
/// </remarks>
internal sealed class ColumnSql
{
    private const int MostValueCharacters = 200;

    private readonly ColumnRule _rule;
    private readonly ValueSql _value;
    private readonly bool _isMapped;

    /// <param name="rule">The rule, with an SQL expression.</param>
    /// <param name="source">What the expression yields.</param>
    /// <param name="number">The number of the column within its entry.</param>
    /// <param name="zone">The IANA zone of instants without an offset.</param>
    internal ColumnSql(ColumnRule rule, StagedExpression source, int number, string zone)
    {
        _rule = rule;
        IsGuarded = source.IsGuarded;
        _isMapped = rule is not { Map: null, Fix: null, Prefix: null, Thousands: null, DecimalMark: null };
        Number = number.ToString(CultureInfo.InvariantCulture);
        SourceType type = _isMapped ? SourceType.Text : source.Type;
        MappedSql = _isMapped ? MapSql() : null;
        _value = ValueOf(rule, type, new TimeShape(rule.Format, rule.ShiftDays, zone), M, V);
        string isMissing = type.Kind is SourceKind.Text ? $"({M} IS NULL OR {SqlText.IsBlank(M)})" : $"({M} IS NULL)";
        IsMissing = isMissing;
        TypedSql = rule.Default is null ? _value.Typed : $"CASE WHEN {isMissing} THEN {DefaultSql(rule)} ELSE {_value.Typed} END";
        Suspicion = SuspicionSql();
    }

    /// <summary>Gets the feed column.</summary>
    internal FeedColumn Column => _rule.Column;

    /// <summary>Gets the expression over the staged row with its name.</summary>
    internal string StagedSql =>
        IsGuarded ? $"{StagedExpression.Guarded(_rule.Sql!)} AS {S}" : $"{StagedExpression.Bare(_rule.Sql!)} AS {X}";

    /// <summary>Gets the value out of its guard with its name; null when there is no guard.</summary>
    internal string? UnguardedSql => IsGuarded ? $"{S}.v AS {X}" : null;

    /// <summary>Gets the value after maps and prefix, over <c>x</c>; null when it is the staged value.</summary>
    internal string? MappedSql { get; }

    /// <summary>Gets the value in the feed's type, over <c>m</c>.</summary>
    internal string TypedSql { get; }

    /// <summary>Gets the cheap condition that is true for every bad value but one too long; null when there is no such.</summary>
    internal string? Suspicion { get; }

    /// <summary>Gets the bytes of a text; null for other types.</summary>
    internal string? LengthSql => _value.LengthSql;

    /// <summary>Gets whether a value can be bad at all.</summary>
    internal bool IsChecked => Suspicion is not null || LengthSql is not null;

    /// <summary>Gets the name of the staged value.</summary>
    internal string X => "x" + Number;

    /// <summary>Gets the name of the mapped value.</summary>
    internal string M => _isMapped ? "m" + Number : X;

    /// <summary>Gets the name of the typed value.</summary>
    internal string V => "v" + Number;

    private bool IsGuarded { get; }

    private string Number { get; }

    private string S => "s" + Number;

    private string IsMissing { get; }

    /// <summary>Writes the struct that tells what is wrong with the value; its code is null when nothing is.</summary>
    internal string DefectSql()
    {
        string missing = Column.IsRequired && _rule.Default is null ? $"'{RowDefectCodes.MissingValue}'" : "NULL";
        string unmapped = IsUnmapped() is { } condition ? $"WHEN {condition} THEN '{RowDefectCodes.NotInMap}'" : "";
        string failed = IsGuarded ? $"WHEN {S} IS NULL THEN '{RowDefectCodes.ExpressionFailed}'" : "";
        string code = $"CASE WHEN NOT {WholeSuspicion()} THEN NULL {failed} {unmapped} WHEN {IsMissing} THEN {missing} ELSE {_value.Reason} END";
        string text = IsGuarded
            ? $"CASE WHEN {S} IS NULL THEN {SqlText.Literal(_rule.Sql!)} ELSE CAST({X} AS VARCHAR) END"
            : $"CAST({X} AS VARCHAR)";
        string value = $"left({text}, {MostValueCharacters.ToString(CultureInfo.InvariantCulture)})";
        return $"{{'column': {SqlText.Literal(Column.Name)}, 'value': {value}, 'code': {code}, 'allowed': {SqlText.Literal(Allowed())}}}";
    }

    /// <summary>Writes a text as a literal of the feed column's type.</summary>
    internal static string Constant(FeedColumn column, string text) => $"CAST({SqlText.Literal(text)} AS {column.DuckDbType})";

    private static string DefaultSql(ColumnRule rule) => Constant(rule.Column, rule.Default!);

    private static ValueSql ValueOf(ColumnRule rule, SourceType type, TimeShape shape, string m, string v) => rule.Column.Type switch
    {
        FeedType.Text => TextSql.Of(rule.Column, type, m, v),
        FeedType.Integer or FeedType.Decimal or FeedType.Double => NumberSql.Of(rule.Column, type, m, v),
        FeedType.Boolean => FlagSql.Of(type, m, v),
        FeedType.Date or FeedType.Instant => TimeSql.Of(rule.Column, type, shape, m, v),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string MapSql()
    {
        string sql = $"CAST({X} AS VARCHAR)";
        if (_rule.Thousands is { } thousands)
        {
            sql = $"replace({sql}, {SqlText.Literal(thousands)}, '')";
        }

        if (_rule.DecimalMark is { } mark)
        {
            sql = $"replace({sql}, {SqlText.Literal(mark)}, '.')";
        }

        sql = _rule.Fix is { } fix ? Case(sql, fix, sql) : sql;
        sql = _rule.Map is { } map ? Case(sql, map, _rule.Else is MapElse.Keep ? sql : "NULL") : sql;
        return _rule.Prefix is { } prefix ? $"CASE WHEN NOT {SqlText.IsBlank(sql)} THEN {SqlText.Literal(prefix)} || {sql} END" : sql;
    }

    private static string Case(string value, ValueMap map, string otherwise)
    {
        IEnumerable<string> branches = map.Values.Select(
            pair => $"WHEN {SqlText.Literal(pair.Key)} THEN {(pair.Value is null ? "NULL" : SqlText.Literal(pair.Value))}");
        return $"CASE {value} {string.Join(' ', branches)} ELSE {otherwise} END";
    }

    private string? SuspicionSql()
    {
        string?[] parts =
        [
            IsGuarded ? $"{S} IS NULL" : null,
            Column.IsRequired && _rule.Default is null ? $"{V} IS NULL" : null,
            IsUnmapped() is { } condition ? $"({condition})" : null,
            _value.Suspicion,
        ];
        string[] present = [.. parts.OfType<string>()];
        return present.Length == 0 ? null : $"({string.Join(" OR ", present)})";
    }

    private string WholeSuspicion()
    {
        string most = TextSql.MostCharacters.ToString(CultureInfo.InvariantCulture);
        string?[] parts = [Suspicion, LengthSql is null ? null : $"{LengthSql} > {most}"];
        return $"coalesce({string.Join(" OR ", parts.OfType<string>())}, FALSE)";
    }

    private string? IsUnmapped()
    {
        if (_rule.Map is not { } map || _rule.Else is not MapElse.Error)
        {
            return null;
        }

        string known = SqlText.Literals([.. map.Values.Select(pair => pair.Key), .. _rule.Fix?.Values.Select(pair => pair.Key) ?? []]);
        return $"CAST({X} AS VARCHAR) NOT IN ({known}) AND NOT {SqlText.IsBlank($"CAST({X} AS VARCHAR)")}";
    }

    private string Allowed() => _rule switch
    {
        { Map: { } map, Else: MapElse.Error } => $"one of {string.Join(", ", map.Values.Select(pair => pair.Key))}",
        { Format: { } format } => $"{(Column.Type is FeedType.Date ? "a date" : "an instant")} written as {format}",
        _ => RowCheckText.Allowed(Column),
    };
}
