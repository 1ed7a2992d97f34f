using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>Objects become rows, and a line that is none is named while the others go on.</summary>
public sealed class NdjsonFileTests : IDisposable
{
    private readonly StagingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Columns_are_the_names_of_all_objects_and_values_keep_their_writing()
    {
        StagedTable table = _room.Stage("orders.ndjson", """
            {"id": 1, "name": "Mü\"l\u4ea7", "qty": 1.50}
            {"id": 2, "paid": true, "tags": ["a", {"b": 1}], "name": null}

            {}
            """);

        Assert.Equal(["id", "name", "qty", "paid", "tags"], table.Columns.Select(column => column.Name));
        Assert.Equal(["1: 1|Mü\"l产|1.50|~|~", "2: 2|~|~|true|[\"a\", {\"b\": 1}]", "4: ~|~|~|~|~"], _room.Rows());
    }

    [Theory]
    [InlineData("{\"id\": 1,}", "is no JSON object: at byte 10, The JSON object contains a trailing comma at the end which is not supported in this mode. Change the reader options.")]
    [InlineData("[1, 2]", "is a JSON StartArray; each line must be one object, as in {\"id\": 1}.")]
    [InlineData("{\"id\": 1, \"id\": 2}", "names \"id\" twice; a name may stand only once in an object.")]
    [InlineData("{\"id\": \"\\ud800\"}", "holds half of a character, such as \\ud800 alone; a text must be whole characters.")]
    [InlineData("{\"id\": 1} {\"id\": 2}", "is no JSON object: at byte 11, '{' is invalid after a single JSON value. Expected end of data.")]
    public void A_line_that_is_no_object_is_a_defect_and_the_others_are_rows(string line, string problem)
    {
        StagedTable table = _room.Stage("orders.ndjson", $"{{\"id\": 7}}\n{line}\n{{\"id\": 8}}\n");

        Assert.Equal(["1: 7", "3: 8"], _room.Rows());
        ReadDefect defect = Assert.Single(table.Defects);
        Assert.Equal((2, ReadDefectCodes.Json, line), (defect.Line, defect.Code, defect.Value));
        Assert.Equal($"Line 2 of orders.ndjson {problem}", defect.Message);
    }

    [Fact]
    public void A_cut_off_last_line_is_a_defect()
    {
        StagedTable table = _room.Stage("orders.jsonl", "{\"id\": 7}\n{\"id\": ");

        Assert.Equal(["1: 7"], _room.Rows());
        Assert.Equal(2, Assert.Single(table.Defects).Line);
    }
}
