using ProdSales.Learning.Data;

namespace ProdSales.Learning.Tests.Data;

public sealed class TextColumnsTests
{
    [Theory]
    [InlineData(ColumnKind.Number, "1", "-2.5", " 3e2 ", "", null)]
    [InlineData(ColumnKind.Number, "20240101", "7")]
    [InlineData(ColumnKind.Date, "2024-01-31", "2024-02-01 08:30:00", " ")]
    [InlineData(ColumnKind.Date, "2015/9/2", "2018/12/20")]
    [InlineData(ColumnKind.Boolean, "true", "False")]
    [InlineData(ColumnKind.Category, "yes", "no")]
    [InlineData(ColumnKind.Category, "007", "12")]
    [InlineData(ColumnKind.Category, "1,234", "5")]
    [InlineData(ColumnKind.Category, null, "")]
    public void The_kind_is_the_narrowest_that_every_value_fits(ColumnKind kind, params string?[] texts) =>
        Assert.Equal(kind, TextColumns.Read("x", texts).Kind);

    [Fact]
    public void Blank_is_missing_and_never_zero()
    {
        TableColumn column = TextColumns.Read("x", ["1", " ", null, "0", "NaN"]);

        Assert.Equal([false, true, true, false, true], Enumerable.Range(0, 5).Select(column.IsMissing));
    }

    [Fact]
    public void A_value_of_another_kind_than_a_model_takes_is_missing_and_counted()
    {
        (TableColumn column, int unreadable) = TextColumns.ReadAs("x", ColumnKind.Number, ["1", "two", null, "3"]);

        Assert.Equal(1, unreadable);
        Assert.True(column.IsMissing(1));
        Assert.Equal("3", column.TextOf(3));
    }

    [Fact]
    public void What_was_written_as_text_is_read_back_the_same()
    {
        foreach (TableColumn column in (TableColumn[])[TextColumns.Read("x", ["1.25", null, "-3e-7"]), TextColumns.Read("d", ["2024-02-29", null]), TextColumns.Read("b", ["true", null, "false"])])
        {
            Assert.True(column.HoldsSameAs(TextColumns.Read("y", [.. Enumerable.Range(0, column.RowCount).Select(column.TextOf)])));
        }
    }
}
