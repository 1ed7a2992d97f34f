using System.Text;
using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>A file that cannot be read at all is refused with what is wrong, the value and what is allowed.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly StagingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("orders.csv", "", "file-empty", "orders.csv has no bytes; a file without rows still needs its header.")]
    [InlineData("orders.csv", "\uFEFF", "file-empty", "orders.csv has a byte-order mark and nothing more; a file without rows still needs its header.")]
    [InlineData("orders.csv", "\n\n\n", "file-empty", "orders.csv has no header within its 3 line(s); a file without rows still needs its header.")]
    [InlineData("orders.csv", "PAR1\u0015\u0004", "file-format", "orders.csv holds a Parquet file, not the text of a Delimited file.")]
    [InlineData("orders.csv", "PK\u0003\u0004\u0014", "file-format", "orders.csv holds a ZIP archive or XLSX workbook, not the text of a Delimited file.")]
    [InlineData("orders.csv", "%PDF-1.7", "file-format", "orders.csv holds a PDF document, not the text of a Delimited file.")]
    [InlineData("orders.csv", "id,name,ID\n1,a,b\n", "column-duplicate", "orders.csv, line 1: columns 1 and 3 are both named \"ID\"; each name may stand once, or give the columns in the order of the file.")]
    [InlineData("orders.csv", "id,_line\n1,a\n", "column-duplicate", "orders.csv, line 1: the column name \"_line\" is reserved; give the columns other names in the order of the file.")]
    [InlineData("orders.csv", "id,\"name\n1,a\n", "columns-differ", "orders.csv, line 1: the header cannot be read (quote).")]
    [InlineData("orders.csv.gz", "id,name\n1,a\n", "gzip-damaged", "orders.csv.gz ends in .gz but is no gzip file: it must begin with the bytes 1F 8B.")]
    [InlineData("orders.dat", "id,name\n", "file-format", "orders.dat has the extension \".dat\"; known are .csv .tsv .txt .ndjson .parquet .xlsx .xls .xes .sql, each also with .gz or .zip, or say the format.")]
    [InlineData("orders.parquet", "id,name\n1,a,bcd\n", "parquet-damaged", "orders.parquet is no Parquet file: it must begin with the bytes PAR1.")]
    public void A_file_that_is_not_what_it_should_be_is_refused(string name, string content, string code, string message)
    {
        SourceFileException refusal = _room.Refusal(name, content);

        Assert.Equal((code, name, message), (refusal.Code, refusal.File, refusal.Message));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        SourceFileException refusal = _room.RefusalOf(_room.PathOf("orders.csv"));

        Assert.Equal((SourceFileCodes.Missing, true), (refusal.Code, refusal.IsTransient));
        Assert.Equal($"orders.csv does not exist at {_room.PathOf("orders.csv")}.", refusal.Message);
    }

    [Fact]
    public void A_pattern_that_fits_nothing_is_refused()
    {
        SourceFileException refusal = _room.RefusalOf(_room.PathOf("orders-*.csv"));

        Assert.Equal(SourceFileCodes.Missing, refusal.Code);
        Assert.EndsWith(" fits orders-*.csv.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(_room.PathOf("orders.csv"));

        Assert.Equal("orders.csv is a folder; name a file, or files with * as in orders.csv/*.csv.", _room.RefusalOf(_room.PathOf("orders.csv")).Message);
    }

    [Theory]
    [InlineData(",", "id;name;note\n1;a;b\n2;c;d\n", "orders.csv has 1 field(s) a record with the delimiter \",\"; \";\" fits: 3 fields in each of the first 3 records.")]
    [InlineData(";", "id\tname\n1\ta\n", "orders.csv has 1 field(s) a record with the delimiter \";\"; \"\\t\" fits: 2 fields in each of the first 2 records.")]
    [InlineData("+|", "id,name\n1,a\n", "orders.csv has 1 field(s) a record with the delimiter \"+|\"; \",\" fits: 2 fields in each of the first 2 records.")]
    public void A_wrong_delimiter_is_refused_with_the_one_that_fits(string declared, string content, string message)
    {
        SourceFileException refusal = _room.Refusal("orders.csv", content, new ReadOptions { Delimiter = declared });

        Assert.Equal((SourceFileCodes.Delimiter, message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void A_wrong_delimiter_of_a_file_without_header_is_found_by_the_columns_declared() =>
        Assert.Equal(
            "orders.csv has 1 field(s) a record with the delimiter \",\"; \"|\" fits: 3 fields in each of the first 2 records.",
            _room.Refusal("orders.csv", "1|a|b\n2|c|d\n", new ReadOptions { Delimiter = ",", Columns = ["id", "name", "note"] }).Message);

    [Fact]
    public void A_delimiter_that_parts_nothing_is_kept_where_no_other_fits_better()
    {
        _room.Stage("notes.csv", "note\none, two\nthree; four\n", new ReadOptions { Delimiter = "|" });

        Assert.Equal(["2: one, two", "3: three; four"], _room.Rows());
    }

    [Fact]
    public void A_header_of_another_width_than_declared_is_refused() =>
        Assert.Equal(
            "orders.csv, line 1: the header has 2 columns, and 3 were declared: id, name, note.",
            _room.Refusal("orders.csv", "id,name\n1,a\n", new ReadOptions { HasHeader = true, Columns = ["id", "name", "note"] }).Message);

    [Fact]
    public void Columns_declared_twice_are_refused() =>
        Assert.Equal(SourceFileCodes.DuplicateColumn, _room.Refusal("orders.csv", "1,a\n", new ReadOptions { Columns = ["id", "id"] }).Code);

    [Fact]
    public void Latin_text_that_is_not_declared_is_not_taken_for_Chinese()
    {
        string text = "id,name\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},Müller & Söhne\n"));
        SourceFileException refusal = _room.Refusal("orders.csv", Encoding.Latin1.GetBytes(text));

        Assert.Equal(SourceFileCodes.Encoding, refusal.Code);
        Assert.Equal("orders.csv is neither UTF-8 nor GB18030 from line 2 on; say its encoding, such as iso-8859-1 or utf-16.", refusal.Message);
    }

    [Fact]
    public void An_unknown_encoding_is_refused() =>
        Assert.Equal(
            "orders.csv: the encoding \"klingon\" is unknown; known are utf-8, utf-16, utf-16BE, gb18030, gbk, iso-8859-1, windows-1252 and the other names of the IANA register.",
            _room.Refusal("orders.csv", "id\n1\n", new ReadOptions { Encoding = "klingon" }).Message);

    [Fact]
    public void A_gzip_that_is_damaged_or_cut_off_is_refused()
    {
        string text = "id,name\n" + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"{i},{(i * 7919) % 10007}\n"));
        byte[] packed = DelimitedFileTests.Gzip(text);
        byte[] flipped = [.. packed];
        flipped[packed.Length / 2] ^= 0x55;

        Assert.All(
            new[] { packed[..^1], packed[..^9], packed[..(packed.Length / 2)], packed[..12], flipped, [.. packed, .. packed[..^4]] },
            bytes => Assert.Equal(SourceFileCodes.Gzip, _room.Refusal("orders.csv.gz", bytes).Code));
        Assert.Matches(
            @"^orders\.csv\.gz is a damaged or cut-off gzip file: [\d,]+ bytes could be unpacked\. Fetch it again\.$",
            _room.Refusal("orders.csv.gz", packed[..(packed.Length / 2)]).Message);
    }

    [Fact]
    public void A_gzip_of_nothing_is_refused() =>
        Assert.Equal("orders.csv.gz unpacks to no bytes; a file without rows still needs its header.", _room.Refusal("orders.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]).Message);

    [Fact]
    public void A_gzip_that_unpacks_to_too_much_is_refused_before_it_fills_the_disk()
    {
        byte[] bomb = DelimitedFileTests.Gzip(new byte[40_000_000]);
        SourceFileException refusal = _room.Refusal("orders.csv.gz", bomb);

        Assert.Equal(SourceFileCodes.UnpackedTooLarge, refusal.Code);
        Assert.Matches(@"^orders\.csv\.gz unpacks from [\d,]+ bytes to more than 16,777,216; allowed are 200 times its size and 68,719,476,736 bytes\.$", refusal.Message);

        byte[] large = DelimitedFileTests.Gzip("id\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i}\n")));
        ReadOptions tight = new() { Limits = new ReadLimits { MaxUnpackedBytes = 10_000 } };
        Assert.Equal(SourceFileCodes.UnpackedTooLarge, _room.Refusal("orders.csv.gz", large, tight).Code);
    }

    [Fact]
    public void A_Parquet_file_that_is_cut_off_or_damaged_is_refused()
    {
        string path = _room.PathOf("orders.parquet");
        _room.Connection.Execute($"COPY (SELECT i AS id, 'n' || i AS name FROM range(5000) AS r(i)) TO '{path}'");
        byte[] whole = File.ReadAllBytes(path);
        SourceFileException cut = _room.Refusal("cut.parquet", whole[..(whole.Length / 2)]);
        byte[] broken = [.. whole];
        broken.AsSpan(whole.Length - 100, 60).Fill(0xFF);

        Assert.Equal(SourceFileCodes.Parquet, cut.Code);
        Assert.Matches(@"^cut\.parquet is cut off: a Parquet file must end with the bytes PAR1, and these are missing after [\d,]+ bytes\. Fetch it again\.$", cut.Message);
        Assert.Equal(SourceFileCodes.Parquet, _room.Refusal("broken.parquet", broken).Code);
        Assert.StartsWith("broken.parquet is damaged: ", _room.Refusal("broken.parquet", broken).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Parquet_file_of_another_schema_is_refused()
    {
        string path = _room.PathOf("orders.parquet");
        _room.Connection.Execute($"COPY (SELECT 1 AS id, 2 AS qty) TO '{path}' (FORMAT parquet)");

        Assert.Equal(
            "orders.parquet lacks the declared column(s) name, note; it has id, qty.",
            _room.RefusalOf(path, new ReadOptions { Columns = ["ID", "name", "note"] }).Message);
    }

    [Fact]
    public void After_a_refusal_the_next_file_is_staged()
    {
        _room.Refusal("orders.csv", "");
        _room.Stage("orders.csv", "id\n1\n");

        Assert.Equal(["2: 1"], _room.Rows());
    }
}
