using System.Net.Sockets;

namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Files that are not where they should be, or cannot be opened.</summary>
internal static class PlaceCases
{
    private static bool IsRoot => Environment.UserName == "root";

    private static Action<string> Good => Orders.Csv(Orders.Around(Orders.Line("2")));

    internal static IEnumerable<BadCase> All =>
    [
        new("A file that is not there")
        {
            Files = _ => { },
            Refusal = "erp.yaml, line 5: table \"orders\": orders.csv does not exist at FOLDER/orders.csv.",
        },
        new("A pattern that fits no file")
        {
            Files = Good,
            Mapping = Orders.Mapping("order_*.csv"),
            Refusal = "erp.yaml, line 5: table \"orders\": No file in FOLDER fits order_*.csv.",
        },
        new("A folder in place of a file")
        {
            Files = folder => Directory.CreateDirectory(Path.Combine(folder, "orders.csv")),
            Refusal = "erp.yaml, line 5: table \"orders\": orders.csv is a folder; name a file, or files with * as in orders.csv/*.csv.",
        },
        new("A file that may not be opened")
        {
            Files = Closed,
            Refusal = $"erp.yaml, line 5: table \"orders\": orders.csv cannot be opened: {(IsRoot ? "No such device or address" : "Access to the path")}{(IsRoot ? " :" : "")} 'FOLDER/orders.csv'{(IsRoot ? "" : " is denied.")}",
        },
        new("An ending that says nothing")
        {
            Files = Orders.Csv(Orders.Text(Orders.Line("1")), "orders.dat"),
            Mapping = Orders.Mapping("orders.dat"),
            Refusal = "erp.yaml, line 5: table \"orders\": orders.dat has the extension \".dat\"; known are .csv .tsv .txt .ndjson .parquet .xlsx .xls .xes .sql, each also with .gz or .zip, or say the format.",
        },
        new("A file that vanishes between the check and the load")
        {
            Files = Good,
            Meanwhile = folder => File.Delete(Path.Combine(folder, "orders.csv")),
            Refusal = "erp.yaml, line 5: orders.csv is gone since the mapping was checked: FOLDER/orders.csv. Put it back and load again.",
        },
        new("A file that is written anew between the check and the load")
        {
            Files = Good,
            Meanwhile = Orders.Csv("id;day\n1;2024-01-31\n"),
            Refusal = "erp.yaml, line 5: orders.csv was written since the mapping was checked (137 bytes then, 20 now). Load again when it is whole.",
        },
        new("Two files where one is expected")
        {
            Files = folder =>
            {
                Orders.Csv("source_system,source_id,name\nerp,1,Nuts\n", "supplier.csv")(folder);
                Orders.Csv("source_system\tsource_id\tname\nerp\t1\tNuts\n", "supplier.tsv")(folder);
            },
            Mapping = null,
            Refusal = "feeds, line 1: The folder holds supplier.csv and supplier.tsv; one file a feed is allowed.",
        },
        new("A folder without any feed")
        {
            Files = Orders.Csv("x\n1\n", "readme.csv"),
            Mapping = null,
            Refusal = "feeds, line 1: FOLDER holds no file that is named after a feed, as in organisation.csv; allowed endings: parquet, csv, csv.gz, tsv, tsv.gz, ndjson, ndjson.gz, xlsx.",
        },
    ];

    /// <summary>Makes a file that nobody may open; root may open any, but not a socket.</summary>
    private static void Closed(string folder)
    {
        string path = Path.Combine(folder, "orders.csv");
        if (IsRoot)
        {
            using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            string near = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            socket.Bind(new UnixDomainSocketEndPoint(near));
            File.Move(near, path);
        }
        else if (!OperatingSystem.IsWindows())
        {
            Good(folder);
            File.SetUnixFileMode(path, UnixFileMode.None);
        }
    }
}
