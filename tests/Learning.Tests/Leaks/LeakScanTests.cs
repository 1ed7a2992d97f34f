using ProdSales.Learning.Data;
using ProdSales.Learning.Leaks;
using ProdSales.Learning.Selection;
using ProdSales.Learning.Splitting;
using ProdSales.Learning.Tests.Support;

namespace ProdSales.Learning.Tests.Leaks;

public sealed class LeakScanTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly LearnData _data = Worlds.Customers(1000, 21);
    private readonly MersenneTwister _random = new(3);

    [Fact]
    public void Columns_that_merely_help_are_not_named() => Assert.Empty(Scan());

    [Fact]
    public void What_tells_the_outcome_alone_is_named_even_where_it_neither_rises_nor_falls_with_it()
    {
        TableColumn value = TableColumn.OfNumbers("amount", [.. _data.Labels.Select(label => label ? 100 + (100 * _random.Uniform()) : _random.Next(1) * 300.0)]);

        Assert.Equal([("amount", "alone-tells-outcome")], Scan(value));
    }

    [Fact]
    public void Values_that_are_there_only_with_the_outcome_are_named_for_being_there()
    {
        TableColumn filled = TableColumn.OfNumbers("refund", [.. _data.Labels.Select(label => label ? _random.Uniform() : double.NaN)]);
        TableColumn flag = TableColumn.OfCategories("cause", [.. _data.Labels.Select((label, row) => label && row % 9 == 0 ? "belt" : "none")]);

        Assert.Equal([("refund", "missing-tells-outcome"), ("cause", "value-only-with-outcome")], Scan(filled, flag));
    }

    [Fact]
    public void Dates_after_the_question_and_spans_to_them_are_named_with_the_date_that_they_violate()
    {
        DateTime?[] engaged = [.. Enumerable.Range(0, 1000).Select(row => (DateTime?)Start.AddDays(row % 300))];
        double[] days = [.. Enumerable.Range(0, 1000).Select(_ => (double)_random.Next(90))];
        Table table = new(
        [
            .. _data.Features.Columns,
            TableColumn.OfDates("engaged", engaged),
            TableColumn.OfDates("ended", [.. engaged.Select((day, row) => day!.Value.AddDays(1 + days[row]) is var end && row % 5 > 0 ? end : (DateTime?)null)]),
            TableColumn.OfDates("born", [.. engaged.Select(day => (DateTime?)day!.Value.AddDays(-3000))]),
            TableColumn.OfNumbers("lasted", [.. days.Select(day => day + 1)]),
            TableColumn.OfNumbers("grade", days),
            TableColumn.OfDates("graded", [.. engaged.Select(day => (DateTime?)day!.Value.AddDays(2))]),
        ]);
        LeakContext context = new() { AsOf = "engaged", ChangedAt = new Dictionary<string, string> { ["price"] = "graded", ["months"] = "born" } };
        IReadOnlyList<LeakFinding> found = LeakScan.Run(table, _data.Labels, context, CancellationToken.None);

        Assert.Equal(
            [("price", "changed-after-as-of", "graded"), ("ended", "after-as-of", "ended"), ("lasted", "derived-from-later", "ended"), ("grade", "derived-from-later", "ended"), ("graded", "after-as-of", "graded")],
            found.Select(finding => (finding.Column, finding.Code, finding.Violates)));
    }

    [Fact]
    public void Shares_that_make_one_whole_are_named_and_shares_that_do_not_are_not()
    {
        double[] one = [.. Enumerable.Range(0, 1000).Select(_ => _random.Uniform())];
        double[] two = [.. one.Select(share => (1 - share) * _random.Uniform())];
        TableColumn[] parts =
        [
            TableColumn.OfNumbers("first", one),
            TableColumn.OfNumbers("second", two),
            TableColumn.OfNumbers("third", [.. one.Zip(two, (a, b) => 1 - a - b)]),
            TableColumn.OfNumbers("discount", [.. one.Select(_ => _random.Uniform())]),
        ];

        Assert.Equal(["first", "second", "third"], Scan(parts).Select(finding => finding.Column));
    }

    [Theory]
    [InlineData("close_value", true)]
    [InlineData("Total Days Identified Through Closing", true)]
    [InlineData("Churn Reason", true)]
    [InlineData("流失原因", true)]
    [InlineData("closeness", false)]
    [InlineData("agent_closed", false)]
    [InlineData("enclosed items", false)]
    [InlineData("won_before", false)]
    public void Names_that_speak_of_the_end_are_named(string name, bool isNamed)
    {
        TableColumn column = TableColumn.OfNumbers(name, [.. _data.Labels.Select(_ => _random.Uniform())]);

        Assert.Equal(isNamed ? [(name, "named-after-outcome")] : [], Scan(column));
    }

    [Fact]
    public void One_class_only_gives_no_finding_and_no_failure() =>
        Assert.Empty(LeakScan.Run(_data.Features, new bool[1000], new LeakContext(), CancellationToken.None));

    private (string Column, string Code)[] Scan(params TableColumn[] more) =>
    [
        .. LeakScan.Run(new Table([.. _data.Features.Columns, .. more]), _data.Labels, new LeakContext(), CancellationToken.None)
            .Select(finding => (finding.Column, finding.Code)),
    ];
}
