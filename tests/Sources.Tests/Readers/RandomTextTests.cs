using System.Text;
using ProdSales.Sources.Readers;
using ProdSales.Sources.Readers.Delimited;
using ProdSales.Sources.Readers.Records;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>Seeded random texts: what was written is read, and the fast way reads what the careful way reads.</summary>
public sealed class RandomTextTests : IDisposable
{
    private static readonly string[] Pieces = ["a", "Z9", " ", "\"", "\"\"", ",", ";", "\t", "|", "+", "&", "\n", "\r\n", "产", "é", "𝒳", "'", "\\"];
    private static readonly string[] Junk = ["a", "b", ",", ",", ",", "\n", "\n", "\n", "\r\n", "\r", "\"", "\"", "产", "\0", "a,b\n", "\"a\",\"b\"\n"];
    private static readonly TextDialect Plain = new() { Delimiter = [(byte)','], Quote = (byte)'"', LineEnd = [(byte)'\n'] };

    private readonly StagingRoom _room = new();

    static RandomTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string> Dialects => new()
    {
        { ",", "\n", "utf-8" }, { ";", "\r\n", "utf-16" }, { "\t", "\r", "utf-8" }, { "+|", "&|\n", "gb18030" }, { "|", "\n", "gb18030" }, { "::", "\r\n", "utf-16BE" },
    };

    public void Dispose() => _room.Dispose();

    [Theory]
    [MemberData(nameof(Dialects))]
    public void What_was_written_in_a_dialect_is_read_with_its_lines(string delimiter, string lineEnd, string encoding)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            Random random = new(seed);
            StringBuilder text = new($"c1{delimiter}c2{delimiter}c3{lineEnd}");
            List<string> expected = [];
            for (int row = random.Next(40); row > 0; row--)
            {
                string[] fields = [.. Enumerable.Range(0, 3).Select(_ => Value(random))];
                expected.Add($"{LinesIn(text, lineEnd) + 1}: {string.Join('|', fields.Select(field => field.Length is 0 ? "~" : field))}");
                text.AppendJoin(delimiter, fields.Select(field => Quoted(field, delimiter, random))).Append(lineEnd);
            }

            byte[] bytes = Encoding.GetEncoding(encoding).GetBytes(text.ToString());
            StagedTable table = _room.Stage("texts.csv", bytes, new ReadOptions { Delimiter = delimiter, LineEnd = lineEnd, Encoding = encoding });

            Assert.True(table.DefectCount is 0, $"Seed {seed}: {(table.DefectCount is 0 ? "" : table.Defects[0].Message)}");
            Assert.True(expected.SequenceEqual(_room.Rows()), $"Seed {seed} differs.");
        }
    }

    [Fact]
    public void A_text_that_is_called_plain_is_read_by_the_engine_as_record_by_record()
    {
        int plain = 0;
        for (int seed = 0; seed < 4000; seed++)
        {
            Random random = new(seed);
            string body = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Junk[random.Next(Junk.Length)]));
            byte[] bytes = Encoding.UTF8.GetBytes(body);
            RecordSurvey survey = new(Plain, fieldCount: 2, header: "h1,h2"u8.ToArray());
            if (!survey.IsPlain(new MemoryStream(bytes), maxRecordBytes: 1000, CancellationToken.None))
            {
                continue;
            }

            plain++;
            string text = (survey.EndsWithReturn is true ? "h1,h2\r\n" : "h1,h2\n") + body;
            string[] careful = [.. Records(text)];
            StagedTable table = _room.Stage("texts.csv", text, new ReadOptions { Delimiter = "," });

            Assert.True(_room.IsView(), $"Seed {seed} was copied.");
            Assert.Equal(careful.Length, table.RowCount);
            string[] fast = [.. Fast(seed, text)];
            Assert.True(careful.SequenceEqual(fast), $"Seed {seed} differs: {Shown(text)}");
        }

        Assert.InRange(plain, 100, 4000);
    }

    [Fact]
    public void A_survey_of_many_blocks_sees_each_fault_wherever_it_lies()
    {
        string line = "1234567,\"ab\"\"cd\",xyz\n";
        byte[] good = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 60)));
        Assert.True(IsPlain(good));
        for (int at = 0; at < good.Length; at++)
        {
            foreach (byte fault in "\0\"\r\n,"u8)
            {
                byte[] bad = [.. good];
                bad[at] = fault;
                RecordReader careful = new(new MemoryStream(bad), Plain, fieldCount: 3, maxRecordBytes: 1000);
                bool isOdd = bad.AsSpan().SequenceEqual(good) is false && HasOddRecord(careful, records: 60);
                Assert.False(isOdd && IsPlain(bad), $"Byte {fault} at {at} was not seen.");
            }
        }
    }

    private string[] Fast(int seed, string text)
    {
        try
        {
            return _room.Rows();
        }
        catch (Warehouse.WarehouseException error)
        {
            throw new InvalidOperationException($"Seed {seed}: {Shown(text)}", error);
        }
    }

    private static string Shown(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static bool IsPlain(byte[] text) =>
        new RecordSurvey(Plain, fieldCount: 3, header: default).IsPlain(new MemoryStream(text), maxRecordBytes: 1000, CancellationToken.None);

    private static bool HasOddRecord(RecordReader reader, int records)
    {
        int count = 0;
        bool isOdd = false;
        while (reader.Read())
        {
            count++;
            isOdd |= reader.Fault is not null || reader.Line != count;
        }

        return isOdd || count != records;
    }

    private static IEnumerable<string> Records(string text)
    {
        RecordReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)), Plain, fieldCount: 2, maxRecordBytes: 1000);
        reader.SkipLines(1);
        while (reader.Read())
        {
            Assert.Null(reader.Fault);
            IEnumerable<string> fields = Enumerable.Range(0, 2).Select(reader.FieldText).Select(field => field.Length is 0 ? "~" : field);
            yield return $"{reader.Line}: {string.Join('|', fields)}";
        }
    }

    private static string Value(Random random) => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Quoted(string field, string delimiter, Random random)
    {
        bool needsQuotes = field.StartsWith('"') || field.AsSpan().IndexOfAny(delimiter) >= 0 || field.AsSpan().IndexOfAny("\r\n&") >= 0;
        return needsQuotes || random.Next(4) is 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }

    private static int LinesIn(StringBuilder text, string lineEnd) => text.ToString().Count(letter => letter == lineEnd[^1]);
}
