using System.Text;
using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>A record that is no row is named with its line, and every other record of the file is a row.</summary>
public sealed class BadRecordTests : IDisposable
{
    private readonly StagingRoom _room = new();

    static BadRecordTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("2", "field-count", "has 1 field; 2 columns are allowed.")]
    [InlineData("2,b,c", "field-count", "has 3 fields; 2 columns are allowed.")]
    [InlineData("2,b,", "field-count", "has 3 fields; 2 columns are allowed.")]
    [InlineData("2;b", "field-count", "has 1 field; 2 columns are allowed.")]
    [InlineData("   ", "field-count", "has 1 field; 2 columns are allowed.")]
    [InlineData("2,\"b", "quote", "opens a quote that is not closed before a delimiter or line end; a quote within a quoted field must be doubled.")]
    [InlineData("2,\"b\" c", "quote", "opens a quote that is not closed before a delimiter or line end; a quote within a quoted field must be doubled.")]
    [InlineData("2,\"b \"or\" c\"", "quote", "opens a quote that is not closed before a delimiter or line end; a quote within a quoted field must be doubled.")]
    [InlineData("2,b\0", "nul-character", "holds a NUL character; only text is allowed.")]
    [InlineData("id,name", "repeated-header", "repeats the header; it may stand only once, at the top.")]
    public void A_record_at_fault_in_the_middle_costs_only_itself(string bad, string code, string problem)
    {
        StagedTable table = _room.Stage("orders.csv", $"id,name\n1,a\n{bad}\n3,\"c\"\n4,d\n");

        Assert.Equal(["2: 1|a", "4: 3|c", "5: 4|d"], _room.Rows());
        ReadDefect defect = Assert.Single(table.Defects);
        Assert.Equal(("orders.csv", 3, code), (defect.File, defect.Line, defect.Code));
        Assert.Equal($"Line 3 of orders.csv {problem}", defect.Message);
        Assert.Equal(bad.Replace('\0', '\uFFFD'), defect.Value);
        Assert.Equal((3, 1), (table.RowCount, table.DefectCount));
    }

    [Theory]
    [InlineData("9", "field-count")]
    [InlineData("9,\"never closed", "quote")]
    [InlineData("9,a,b", "field-count")]
    public void A_last_record_that_is_cut_off_costs_only_itself(string bad, string code)
    {
        StagedTable table = _room.Stage("orders.csv", $"id,name\n1,a\n{bad}");

        Assert.Equal(["2: 1|a"], _room.Rows());
        Assert.Equal((3, code), (Assert.Single(table.Defects).Line, table.Defects[0].Code));
    }

    [Fact]
    public void A_quote_that_swallows_lines_up_to_another_costs_the_line_it_opens_on()
    {
        StagedTable table = _room.Stage("orders.csv", "id,name\n1,\"a\n2,b\n3,c\n4,\"d\"\n5,e\n");

        Assert.Equal(["3: 2|b", "4: 3|c", "5: 4|d", "6: 5|e"], _room.Rows());
        Assert.Equal(2, Assert.Single(table.Defects).Line);
    }

    [Fact]
    public void Damaged_bytes_in_one_line_of_a_text_cost_that_line()
    {
        byte[] text = [.. "id,name\n1,产\n2,"u8, 0xE4, 0xBA, .. "\n3,销\n"u8];
        StagedTable table = _room.Stage("orders.csv", text);

        Assert.Equal(["2: 1|产", "4: 3|销"], _room.Rows());
        Assert.Equal(
            "Line 3 of orders.csv holds bytes that are no text in the encoding of the file; save the whole file in one encoding, or say which it is.",
            Assert.Single(table.Defects).Message);
    }

    [Fact]
    public void A_lone_surrogate_written_as_bytes_is_no_text()
    {
        string plain = string.Concat(Enumerable.Range(1, 50).Select(i => $"{i},a\n"));
        byte[] text = [.. "id,name\n"u8, .. Encoding.UTF8.GetBytes(plain), .. "51,"u8, 0xED, 0xA0, 0x80, .. "\n52,b\n"u8];
        StagedTable table = _room.Stage("orders.csv", text);

        Assert.Equal(51, table.RowCount);
        Assert.Equal((52, ReadDefectCodes.Encoding), (Assert.Single(table.Defects).Line, table.Defects[0].Code));
    }

    [Fact]
    public void A_lone_surrogate_in_Utf16_is_no_text()
    {
        byte[] text = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("id,name\n1,a\n2,"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\n3,b\n")];
        StagedTable table = _room.Stage("orders.csv", text);

        Assert.Equal(["2: 1|a", "4: 3|b"], _room.Rows());
        Assert.Equal((3, ReadDefectCodes.Encoding, "2,\uFFFD"), (Assert.Single(table.Defects).Line, table.Defects[0].Code, table.Defects[0].Value));
    }

    [Fact]
    public void Lines_of_two_encodings_are_read_in_one_and_the_others_are_defects()
    {
        Encoding chinese = Encoding.GetEncoding("gb18030");
        byte[] text = [.. "编号,名称\n1,浙江\n2,杭州\n"u8, .. chinese.GetBytes("3,上海\n"), .. "4,宁波\n"u8];
        StagedTable table = _room.Stage("客户.csv", text);

        Assert.Equal(["2: 1|浙江", "3: 2|杭州", "5: 4|宁波"], _room.Rows());
        Assert.Equal((4, ReadDefectCodes.Encoding), (Assert.Single(table.Defects).Line, table.Defects[0].Code));
    }

    [Fact]
    public void Bytes_that_are_not_of_the_declared_encoding_cost_their_line()
    {
        byte[] text = [.. "id,name\n1,a\n2,"u8, 0xFF, 0xFF, .. "\n3,b\n"u8];
        StagedTable table = _room.Stage("orders.csv", text, new ReadOptions { Encoding = "gb18030" });

        Assert.Equal(["2: 1|a", "4: 3|b"], _room.Rows());
        Assert.Equal(3, Assert.Single(table.Defects).Line);
    }

    [Fact]
    public void A_line_of_fifty_megabytes_costs_itself_and_little_memory()
    {
        byte[] text = [.. "id,name\n1,a\n2,"u8, .. Enumerable.Repeat((byte)'x', 50_000_000), .. "\n3,b\n"u8];
        string path = _room.Write("orders.csv", text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        StagedTable table = _room.StagePath(path);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
        Assert.Equal(["2: 1|a", "4: 3|b"], _room.Rows());
        ReadDefect defect = Assert.Single(table.Defects);
        Assert.Equal("Line 3 of orders.csv is longer than the 4,194,304 bytes allowed.", defect.Message);
        Assert.Equal((ReadDefectCodes.RecordTooLong, ReadDefect.MaxValueLength), (defect.Code, defect.Value!.Length));
    }

    [Fact]
    public void A_quote_that_is_open_over_the_limit_costs_its_line()
    {
        string lines = string.Concat(Enumerable.Repeat("2,b\n", 100));
        StagedTable table = _room.Stage("orders.csv", $"id,name\n1,\"a\n{lines}", new ReadOptions { Limits = new ReadLimits { MaxRecordBytes = 128 } });

        Assert.Equal(100, table.RowCount);
        Assert.Equal((2, ReadDefectCodes.Quote), (Assert.Single(table.Defects).Line, table.Defects[0].Code));
    }

    [Fact]
    public void A_header_that_stands_again_in_joined_exports_is_no_row()
    {
        StagedTable table = _room.Stage("orders.csv", "id,name\r\n1,a\r\nid,name\r\n2,b\r\nid,name\r\n");

        Assert.Equal(["2: 1|a", "4: 2|b"], _room.Rows());
        Assert.Equal([3L, 5L], table.Defects.Select(defect => defect.Line));
    }

    [Fact]
    public void A_text_that_ends_lines_only_with_CR_names_its_lines_as_well()
    {
        StagedTable table = _room.Stage("orders.csv", "id,name\r1,a\r2\r3,c\r");

        Assert.Equal(["2: 1|a", "4: 3|c"], _room.Rows());
        Assert.Equal("Line 3 of orders.csv has 1 field; 2 columns are allowed.", Assert.Single(table.Defects).Message);
    }

    [Fact]
    public void Defects_beyond_the_limit_are_counted_and_not_kept()
    {
        string bad = string.Concat(Enumerable.Repeat("1\n", 500));
        StagedTable table = _room.Stage("orders.csv", $"id,name\n{bad}2,b\n", new ReadOptions { Limits = new ReadLimits { MaxKeptDefects = 10 } });

        Assert.Equal((1, 10, 500), (table.RowCount, table.Defects.Count, table.DefectCount));
    }
}
