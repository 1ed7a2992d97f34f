using System.IO.Compression;
using System.Text;
using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>Every dialect yields the same rows: those of the text, each with its physical line.</summary>
public sealed class DelimitedFileTests : IDisposable
{
    private static readonly string[] Expected = ["2: 1|Müller|~", "3: 2|产销客|x"];

    private readonly StagingRoom _room = new();

    static DelimitedFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("id,name,note\n1,Müller,\n2,产销客,x\n", true)]
    [InlineData("id,name,note\n1,Müller,\n2,产销客,x", true)]
    [InlineData("id,name,note\r\n1,Müller,\r\n2,产销客,x\r\n", true)]
    [InlineData("id;name;note\n1;Müller;\n2;产销客;x\n", true)]
    [InlineData("id\tname\tnote\n1\tMüller\t\n2\t产销客\tx\n", true)]
    [InlineData("id|name|note\n1|Müller|\n2|产销客|x\n\n\n", true)]
    [InlineData("\"id\",\"name\",\"note\"\n\"1\",\"Müller\",\"\"\n\"2\",\"产销客\",\"x\"\n", true)]
    [InlineData("\uFEFFid,name,note\n1,Müller,\n2,产销客,x\n", true)]
    [InlineData("id,name,note\r1,Müller,\r2,产销客,x\r", false)]
    [InlineData("id,name,note\n1,Müller,\r\n2,产销客,x\n", false)]
    [InlineData("id,name,note\n1,Müller,\r\n2,产销客,x\r\n", false)]
    [InlineData("id,name,note\r\n1,Müller,\n2,产销客,x\n", false)]
    public void A_common_dialect_is_found_out_and_a_plain_one_is_not_copied(string text, bool isView)
    {
        StagedTable table = _room.Stage("names.csv", text);

        Assert.Equal(["id", "name", "note"], table.Columns.Select(column => column.Name));
        Assert.Equal(Expected, _room.Rows());
        Assert.Equal(2, table.RowCount);
        Assert.Empty(table.Defects);
        Assert.Equal(isView, _room.IsView());
        Assert.Equal(["names.csv"], _room.Strings("SELECT DISTINCT _file FROM staged"));
    }

    [Fact]
    public void A_delimiter_and_a_line_end_of_several_characters_are_read()
    {
        ReadOptions options = new() { Delimiter = "+|", LineEnd = "&|\n", Quote = "", Columns = ["id", "name", "note"] };
        _room.Stage("names.csv", "1+|Mül+ler+|&|\n2+|a\n\"b\" & |c+|x&|\n3+|+|y&|\n", options);

        Assert.Equal(["1: 1|Mül+ler|~", "2: 2|a\n\"b\" & |c|x", "4: 3|~|y"], _room.Rows());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    [InlineData("utf-32")]
    public void A_declared_encoding_is_read(string encoding)
    {
        byte[] bytes = Encoding.GetEncoding(encoding).GetBytes("id,name,note\n1,Müller,\n2,产销客,x\n");

        _room.Stage("names.csv", bytes, new ReadOptions { Encoding = encoding });

        Assert.Equal(Expected, _room.Rows());
        Assert.True(_room.IsView());
    }

    [Theory]
    [InlineData("latin1", "Müller")]
    [InlineData("iso-8859-1", "Müller")]
    [InlineData("windows-1252", "€ Müller")]
    [InlineData("gbk", "浙江")]
    [InlineData("GB2312", "浙江")]
    public void A_declared_encoding_goes_by_any_of_its_names(string declared, string name)
    {
        string actual = declared is "latin1" ? "iso-8859-1" : declared;
        _room.Stage("names.csv", Encoding.GetEncoding(actual).GetBytes($"id,name\n1,{name}\n"), new ReadOptions { Encoding = declared });

        Assert.Equal([$"2: 1|{name}"], _room.Rows());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_is_known_by_its_mark(bool bigEndian)
    {
        UnicodeEncoding encoding = new(bigEndian, byteOrderMark: true);
        _room.Stage("names.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("id,name,note\n1,Müller,\n2,产销客,x\n")]);

        Assert.Equal(Expected, _room.Rows());
    }

    [Fact]
    public void Utf16_without_mark_is_known_by_its_zero_bytes()
    {
        _room.Stage("names.csv", Encoding.Unicode.GetBytes("id,name\n1,Miller\n"));

        Assert.Equal(["2: 1|Miller"], _room.Rows());
    }

    [Fact]
    public void Chinese_text_that_is_not_Utf8_is_read_as_GB18030_and_that_is_said()
    {
        StagedTable table = _room.Stage("客户.csv", Encoding.GetEncoding("gb18030").GetBytes("编号,名称\n1,浙江叉车有限公司\n2,镕基\n"));

        Assert.Equal(["2: 1|浙江叉车有限公司", "3: 2|镕基"], _room.Rows());
        Assert.Equal(["客户.csv is not UTF-8 from line 1 on and was read as GB18030."], table.Remarks);
    }

    [Fact]
    public void Chinese_text_far_down_a_file_of_plain_lines_is_found_as_well()
    {
        string plain = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"{i},line\n"));
        StagedTable table = _room.Stage("orders.csv", Encoding.GetEncoding("gb18030").GetBytes($"id,name\n{plain}20001,浙江叉车\n"));

        Assert.Equal("浙江叉车", _room.Scalar("SELECT name FROM staged WHERE _line = 20002"));
        Assert.Equal(["orders.csv is not UTF-8 from line 20002 on and was read as GB18030."], table.Remarks);
    }

    [Fact]
    public void Gzip_is_unpacked_whatever_the_name_and_its_copy_is_deleted_with_the_reader()
    {
        string spool = _room.Spool;
        _room.Stage("names.csv.gz", Gzip("id,name,note\n1,Müller,\n2,产销客,x\n"));

        Assert.Equal(Expected, _room.Rows());
        Assert.NotEmpty(Directory.GetFiles(spool, "*", SearchOption.AllDirectories));
        _room.DisposeReader();
        Assert.Empty(Directory.GetFileSystemEntries(spool));
    }

    [Fact]
    public void Gzip_of_several_members_is_one_text() =>
        Assert.Equal(2, _room.Stage("names.csv.gz", [.. Gzip("id,name\n1,Müller\n"), .. Gzip("2,产销客\n")]).RowCount);

    [Fact]
    public void Lines_above_the_header_are_passed_over_and_counted()
    {
        _room.Stage("report.csv", "Report of \"2024\nall, regions\n\nid,name\n1,a\n", new ReadOptions { SkipLines = 2 });

        Assert.Equal(["5: 1|a"], _room.Rows());
    }

    [Fact]
    public void A_file_without_header_takes_declared_names_or_numbers()
    {
        _room.Stage("a.csv", "1,a\n2,b\n", new ReadOptions { Columns = ["id", "name"] });
        Assert.Equal(["1: 1|a", "2: 2|b"], _room.Rows());

        StagedTable table = _room.Stage("b.csv", "1,a\n2,b\n", new ReadOptions { HasHeader = false });
        Assert.Equal(["column_1", "column_2"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Declared_names_replace_a_header()
    {
        _room.Stage("a.csv", "x,y\n1,a\n", new ReadOptions { Columns = ["id", "name"], HasHeader = true });

        Assert.Equal(["2: 1|a"], _room.Rows());
        Assert.Equal("a", _room.Scalar("SELECT name FROM staged"));
    }

    [Fact]
    public void A_blank_header_cell_is_named_by_its_number()
    {
        StagedTable table = _room.Stage("a.csv", "id,, \n1,a,b\n");

        Assert.Equal(["id", "column_2", "column_3"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void A_header_alone_is_a_file_without_rows()
    {
        StagedTable table = _room.Stage("a.csv", "id,name\n");

        Assert.Equal(0, table.RowCount);
        Assert.Empty(_room.Rows());
    }

    [Theory]
    [InlineData("id,name\n1,\"a\"\"b\"\n", "a\"b")]
    [InlineData("id,name\n1,\"a,b\"\n", "a,b")]
    [InlineData("id,name\n1,\"a\nb\"\n", "a\nb")]
    [InlineData("id,name\n1,5\" pipe\n", "5\" pipe")]
    [InlineData("id,name\n1,\" a \"\n", " a ")]
    public void Quotes_protect_and_a_quote_within_a_bare_field_is_text(string text, string name)
    {
        StagedTable table = _room.Stage("a.csv", text);

        Assert.Empty(table.Defects);
        Assert.Equal(name, _room.Scalar("SELECT name FROM staged"));
    }

    [Fact]
    public void Another_quote_and_none_are_declared()
    {
        _room.Stage("a.csv", "id,name\n1,'a,\"b'\n", new ReadOptions { Quote = "'" });
        Assert.Equal(["2: 1|a,\"b"], _room.Rows());

        _room.Stage("a.csv", "id,name\n1,\"a\n2,b\"\n", new ReadOptions { Quote = "" });
        Assert.Equal(["2: 1|\"a", "3: 2|b\""], _room.Rows());
    }

    [Fact]
    public void The_text_for_a_missing_value_is_declared()
    {
        _room.Stage("a.csv", "id,name\n1,NULL\n2,null\n", new ReadOptions { NullText = "NULL" });

        Assert.Equal(["2: 1|~", "3: 2|null"], _room.Rows());
    }

    [Fact]
    public void A_line_is_physical_behind_texts_of_several_lines_and_blank_lines()
    {
        _room.Stage("a.csv", "id,name\n1,\"a\n\nb\"\n\n\n2,c\n3,\"d\r\ne\"\n4,f\n");

        Assert.Equal(["2: 1|a\n\nb", "7: 2|c", "8: 3|d\r\ne", "10: 4|f"], _room.Rows());
    }

    [Fact]
    public void A_record_goes_on_over_line_ends_where_texts_hold_them_unquoted()
    {
        ReadOptions options = new() { Delimiter = "\t", Quote = "", Columns = ["id", "text", "on"], JoinsShortLines = true };
        StagedTable table = _room.Stage("reviews.csv", "1\ta\nb\n\nc\t2024\n2\td\t2025\n3\te\tf\tg\n4\th\t2026\n", options);

        Assert.Equal(["1: 1|a\nb\n\nc|2024", "5: 2|d|2025", "7: 4|h|2026"], _room.Rows());
        Assert.Equal("Line 6 of reviews.csv has 4 fields; 3 columns are allowed.", Assert.Single(table.Defects).Message);
    }

    [Fact]
    public void Files_of_one_pattern_are_one_table_in_the_order_of_their_names()
    {
        _room.Write("orders-2.csv", "id,region\n3,North\n"u8.ToArray());
        _room.Write("orders-1.csv", "id\n1\n2\n"u8.ToArray());
        StagedTable table = _room.StagePath(_room.PathOf("orders-*.csv"));

        Assert.Equal(["2: 1|~", "3: 2|~", "2: 3|North"], _room.Rows());
        Assert.Equal(["orders-1.csv", "orders-1.csv", "orders-2.csv"], _room.Strings("SELECT _file FROM staged"));
        Assert.Equal(3, table.RowCount);
    }

    [Fact]
    public void A_path_with_characters_of_patterns_means_itself()
    {
        _room.Stage("o'rders [1].csv", "id\n1\n");

        Assert.Equal(["2: 1"], _room.Rows());
    }

    internal static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    internal static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
