using System.IO.Compression;
using System.Text;

namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Compressed files.</summary>
internal static class PackedCases
{
    private static byte[] Good => Encoding.UTF8.GetBytes(Orders.Around(Orders.Line("2")));

    internal static IEnumerable<BadCase> All =>
    [
        Refused("A gzip that is cut off", "orders.csv.gz", Gzip(Long)[..5000], "orders.csv.gz is a damaged or cut-off gzip file: 33,017 bytes could be unpacked. Fetch it again."),
        Refused("A text under the name of a gzip", "orders.csv.gz", Good, "orders.csv.gz ends in .gz but is no gzip file: it must begin with the bytes 1F 8B."),
        Refused("A gzip of nothing", "orders.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], "orders.csv.gz unpacks to no bytes; a file without rows still needs its header."),
        Refused("A bomb under the name of a gzip", "orders.csv.gz", Gzip(new byte[40_000_000]), "orders.csv.gz unpacks from 38,913 bytes to more than 16,777,216; allowed are 200 times its size and 68,719,476,736 bytes."),
        new("A ZIP of one file") { Files = Orders.File("orders.csv.zip", Zip(("export/orders.csv", Good))), Mapping = Orders.Mapping("orders.csv.zip"), Good = "1 2 3" },
        Refused("A ZIP of two files", "orders.zip", Zip(("a.csv", Good), ("b.csv", Good)), "orders.zip holds 2 files: a.csv, b.csv; allowed is one. Unpack it, and name the file that is meant."),
        Refused("A ZIP that is cut off", "orders.zip", Zip(("a.csv", Good))[..60], "orders.zip is a damaged or cut-off ZIP archive. Fetch it again."),
        Refused("A bomb under the name of a ZIP", "orders.csv.zip", Zip(("orders.csv", new byte[40_000_000])), "orders.csv.zip unpacks from 39,013 bytes to more than 16,777,216; allowed are 200 times its size and 68,719,476,736 bytes."),
        Refused("A ZIP under the name of a text", "orders.csv", Zip(("orders.csv", Good)), "orders.csv holds a ZIP archive or XLSX workbook, not the text of a Delimited file."),
    ];

    private static byte[] Long => Encoding.UTF8.GetBytes(Orders.Text(Enumerable.Range(0, 5000).Select(i => Orders.Line($"{i * 7919 % 10007}"))));

    private static BadCase Refused(string name, string file, byte[] content, string message) => new(name)
    {
        Files = Orders.File(file, content),
        Mapping = Orders.Mapping(file),
        Refusal = $"erp.yaml, line 5: table \"orders\": {message}",
    };

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in members)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
