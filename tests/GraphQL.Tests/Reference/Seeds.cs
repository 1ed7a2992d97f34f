using System.Globalization;

namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>
/// Which random cases a run looks at: the same ones always, unless <c>RANDOM_SEED</c> says <c>new</c> or a number; so many times more by <c>RANDOM_TIMES</c>.
/// Their number goes as a line to the file that <c>RANDOM_LOG</c> names.
/// </summary>
internal static class Seeds
{
    private static readonly Lock Log = new();

    public static IEnumerable<int> Of(int count)
    {
        string? asked = Environment.GetEnvironmentVariable("RANDOM_SEED");
        int first = asked is null ? 0 : asked == "new" ? Environment.TickCount & 0x3FFFFFF : int.Parse(asked, CultureInfo.InvariantCulture);
        int times = Environment.GetEnvironmentVariable("RANDOM_TIMES") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
        if (Environment.GetEnvironmentVariable("RANDOM_LOG") is { } log)
        {
            lock (Log)
            {
                File.AppendAllText(log, $"{count * times}\n");
            }
        }

        return Enumerable.Range(first, count * times);
    }
}
