using System.Globalization;
using ProdSales.Sources.Mappings;
using ProdSales.Sources.Mappings.Reports;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>All bad values in one file, a row each, between a good first and a good last row.</summary>
public sealed class BadValues : IDisposable
{
    private const string Number = "must be a number with at most 4 decimals and 14 digits before them.";

    public static readonly BadValue[] Cases =
    [
        new("quantity", "1,234", "thousands-separator", Number),
        new("quantity", "1.234.567", "thousands-separator", Number),
        new("quantity", "1.234,56", "thousands-separator", Number),
        new("quantity", "1 234", "thousands-separator", Number),
        new("quantity", "12,5", "decimal-comma", Number),
        new("quantity", "twelve", "not-a-number", Number),
        new("quantity", "12 pcs", "not-a-number", Number),
        new("quantity", "１２", "not-a-number", Number),
        new("quantity", "-", "not-a-number", Number),
        new("quantity", "NaN", "not-finite", Number),
        new("quantity", "-Infinity", "not-finite", Number),
        new("quantity", "1e999", "number-too-large", Number),
        new("quantity", "123456789012345", "number-too-large", Number),
        new("quantity", "1.23456", "too-many-decimals", Number),
        new("quantity", "1e-5", "too-many-decimals", Number),
        new("quantity", "1e-30", "too-many-decimals", Number),
        new("line_number", "1.5", "not-whole", "must be a whole number of at least 1."),
        new("line_number", "0", "below-minimum", "must be a whole number of at least 1."),
        new("line_number", "0x1F", "not-a-number", "must be a whole number of at least 1."),
        new("line_number", "99999999999999999999", "number-too-large", "must be a whole number of at least 1."),
        new("exchange_rate", "-0.5", "below-minimum", "must be a finite number of at least 0."),
        new("exchange_rate", "inf", "not-finite", "must be a finite number of at least 0."),
        new("exchange_rate", "1e999", "number-too-large", "must be a finite number of at least 0."),
        new("ordered_date", "31.01.2024", "date-format", "must be a date like 2024-01-31."),
        new("ordered_date", "01/31/2024", "date-format", "must be a date like 2024-01-31."),
        new("ordered_date", "20240131", "date-format", "must be a date like 2024-01-31."),
        new("ordered_date", "45322", "date-format", "must be a date like 2024-01-31."),
        new("ordered_date", "24-01-31", "date-format", "must be a date like 2024-01-31."),
        new("ordered_date", "2024年1月31日", "date-format", "must be a date like 2024-01-31."),
        new("ordered_date", "2024-02-30", "no-such-date", "must be a date like 2024-01-31."),
        new("ordered_date", "2024-01-31garbage", "not-a-date", "must be a date like 2024-01-31."),
        new("ordered_date", "yesterday", "not-a-date", "must be a date like 2024-01-31."),
        new("ordered_date", "1024-01-31", "date-out-of-range", "must be a date like 2024-01-31."),
        new("recorded_at", "2024-01-31 25:00:00", "no-such-date", "must be an instant like 2024-01-31 08:30:00."),
        new("recorded_at", "noon", "not-an-instant", "must be an instant like 2024-01-31 08:30:00."),
        new("recorded_at", "31/01/2024 08:30", "date-format", "must be an instant like 2024-01-31 08:30:00."),
        new("is_cancelled", "maybe", "not-a-boolean", "must be true or false."),
        new("is_cancelled", "2", "not-a-boolean", "must be true or false."),
    ];

    private readonly MappingRoom _room = new();

    public BadValues()
    {
        IEnumerable<string[]> bad = Cases.Select((value, number) => OrderLines.Line($"{number}", "30", value.Column, value.Value));
        _room.With("orders.csv", OrderLines.File([OrderLines.Line("first", "30"), .. bad, OrderLines.Line("last", "30")]));
        PreparedMapping mapping = _room.Prepared(OrderLines.Mapping);
        Report = Assert.Single(mapping.DryRun().Entries);
        _room.Execute($"CREATE TEMP TABLE mapped AS {Assert.Single(mapping.Feeds).Sql}");
        Found = [.. _room.Rows(DefectsSql).Select(row => row.Split('|')).Select(cells => (cells[1], cells[2], cells[3], MessageOf(cells)))];
        GoodRows = _room.Rows("SELECT source_id FROM mapped WHERE _error IS NULL ORDER BY _line");
    }

    public EntryReport Report { get; }

    /// <summary>Column, value, code and message by the number of the case.</summary>
    public (string Column, string Value, string Code, string Message)[] Found { get; }

    public string[] GoodRows { get; }

    private static string DefectsSql => """
        SELECT _file, defect.column, defect.value, defect.code, defect.allowed, _line
        FROM (SELECT *, unnest(from_json(_error, '[{"column":"VARCHAR","value":"VARCHAR","code":"VARCHAR","allowed":"VARCHAR"}]')) AS defect FROM mapped)
        ORDER BY _line
        """;

    public void Dispose() => _room.Dispose();

    private static string MessageOf(string[] cells) =>
        RowCheckText.Message(cells[0], long.Parse(cells[5], CultureInfo.InvariantCulture), cells[1], cells[2], cells[4]);
}
