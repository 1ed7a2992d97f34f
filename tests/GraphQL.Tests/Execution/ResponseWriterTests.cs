using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Tests.Execution;

public sealed class ResponseWriterTests
{
    [Fact]
    public void Any_text_reads_back_as_it_was_written() => Prop.ForAll<string>(text =>
    {
        using ResponseWriter writer = new(16);
        writer.WriteString(text);
        string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? string.Empty));
        return JsonDocument.Parse(writer.Written).RootElement.GetString() == expected;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Every_character_has_the_bytes_that_the_framework_gives_it_in_short_text_and_in_long(int filling)
    {
        string rest = new('x', filling);
        foreach (string text in Enumerable.Range(0, 0x11_0000).Select(code => code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code)))
        {
            using ResponseWriter written = new();
            written.WriteString($"a{text}品{rest}");
            using ResponseWriter encoded = new();
            encoded.WriteString(Encoding.UTF8.GetBytes($"a{text}品{rest}"));
            Assert.True(written.Written.Span.SequenceEqual(encoded.Written.Span), $"U+{(int)text[0]:X4} {text}: {Encoding.UTF8.GetString(written.Written.Span)}");
        }
    }

    [Fact]
    public void Any_finite_number_reads_back_as_it_was_written() => Prop.ForAll<double>(number =>
    {
        using ResponseWriter writer = new(16);
        writer.WriteNumber(double.IsFinite(number) ? number : 0);
        return JsonDocument.Parse(writer.Written).RootElement.GetDouble() == (double.IsFinite(number) ? number : 0);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("0", 2, "0.00")]
    [InlineData("-5", 2, "-0.05")]
    [InlineData("12345", 3, "12.345")]
    [InlineData("-12345", 5, "-0.12345")]
    [InlineData("99999999999999999999999999999999999999", 38, "0.99999999999999999999999999999999999999")]
    [InlineData("-170141183460469231731687303715884105728", 0, "-170141183460469231731687303715884105728")]
    public void Decimals_of_38_digits_keep_all_places(string digits, int scale, string shown)
    {
        using ResponseWriter writer = new();
        writer.WriteNumber(Int128.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), scale);

        Assert.Equal(shown, Encoding.UTF8.GetString(writer.Written.Span));
    }

    [Fact]
    public void A_decimal_of_64_bits_reads_as_one_of_128()
    {
        Random random = new(20261122);
        long[] edges = [0, 1, -1, 10, -10, 99, long.MaxValue, long.MinValue, long.MinValue + 1];
        foreach (long digits in edges.Concat(Enumerable.Range(0, 2_000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63))))
        {
            for (int scale = 0; scale <= 20; scale++)
            {
                using ResponseWriter narrow = new(16);
                narrow.WriteNumber(digits, scale);
                using ResponseWriter wide = new();
                wide.WriteNumber((Int128)digits, scale);
                Assert.Equal(Encoding.UTF8.GetString(wide.Written.Span), Encoding.UTF8.GetString(narrow.Written.Span));
            }
        }
    }

    [Fact]
    public void A_rollback_leaves_no_trace_and_no_comma()
    {
        using ResponseWriter writer = new(16);
        writer.StartArray();
        writer.WriteNumber(1);
        ResponseMark mark = writer.Mark();
        writer.StartObject();
        writer.WriteName("dropped");
        writer.WriteString(new string('x', 500));
        writer.Rollback(mark);
        writer.WriteNull();
        writer.EndArray();

        Assert.Equal("[1,null]", Encoding.UTF8.GetString(writer.Written.Span));
    }
}
