using System.Globalization;
using System.Text;
using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Tests.Execution;

public sealed class ShortNumberTests
{
    [Fact]
    public void A_number_of_few_places_has_the_digits_that_the_framework_gives_it()
    {
        Random random = new(7);
        int written = 0;
        byte[] target = new byte[40];
        for (int turn = 0; turn < 200_000; turn++)
        {
            double number = (turn % 4) switch
            {
                0 => random.NextInt64(-1_000_000_000_000, 1_000_000_000_000) / 10_000.0,
                1 => Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-6, 14)), random.Next(0, 6)),
                2 => BitConverter.Int64BitsToDouble(random.NextInt64()),
                _ => random.Next(-1000, 1000) / 4.0,
            };
            if (ShortNumber.TryFormat(number, target, out int length))
            {
                written++;
                Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Encoding.ASCII.GetString(target, 0, length));
            }
        }

        Assert.True(written > 100_000, $"{written} of 200,000 numbers went this way.");
    }

    [Fact]
    public void A_zero_below_zero_keeps_its_sign() => A_number_is_written_as_the_framework_writes_it(double.NegativeZero);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.0001)]
    [InlineData(0.00001)]
    [InlineData(-1234.5)]
    [InlineData(99999999999.9999)]
    [InlineData(1e15)]
    [InlineData(9007199254740993.0)]
    [InlineData(0.1 + 0.2)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void A_number_is_written_as_the_framework_writes_it(double number)
    {
        using ResponseWriter writer = new();
        writer.WriteNumber(number);

        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Encoding.ASCII.GetString(writer.Written.Span));
    }
}
