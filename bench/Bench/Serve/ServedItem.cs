using System.Globalization;

namespace ProdSales.Bench.Serve;

/// <summary>One of the hundred objects that every server of the comparison holds in memory; some 9,500 bytes of JSON together.</summary>
/// <param name="Id">A whole number.</param>
/// <param name="Code">Text in ASCII.</param>
/// <param name="Name">Text in Chinese.</param>
/// <param name="City">Text in Chinese.</param>
/// <param name="Amount">A number of double precision.</param>
internal sealed record ServedItem(int Id, string Code, string Name, string City, double Amount)
{
    /// <summary>The hundred objects, the same as in <c>bench/node/serve.mjs</c>.</summary>
    internal static readonly ServedItem[] All =
    [
        .. Enumerable.Range(0, 100).Select(index => new ServedItem(
            index,
            string.Create(CultureInfo.InvariantCulture, $"P-{10000 + index}"),
            string.Create(CultureInfo.InvariantCulture, $"产品名称第{index}号"),
            string.Create(CultureInfo.InvariantCulture, $"所在城市{index % 7}"),
            1234.5 + (index * 7.25))),
    ];
}
