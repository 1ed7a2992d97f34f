using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Rollups;

/// <summary><c>prodsales rollups</c>: which rollups a warehouse keeps, and which it proposes for what was asked of it; while a server has it open, that server is asked.</summary>
internal static class RollupsCommand
{
    internal static Command Create()
    {
        Option<FileInfo?> database = CommonOptions.Database("without it, name the server that has it open.");
        Option<string?> server = new("--server") { Description = "Asks the server that has the warehouse open, as in http://127.0.0.1:5080, in place of the file." };
        Command command = new("rollups", "Tells which rollups a warehouse keeps, and proposes some for what a server was asked, as YAML to paste into the model.")
        {
            database, server, CommonOptions.ModelFolder,
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(server) is { } address
            ? AskAsync(address, Speaker.Of(parsed), cancellation)
            : Task.Run(() => Read(CommandModel.Of(parsed), parsed.GetValue(database) ?? throw new RefusedException("rollups-of-nobody"), Speaker.Of(parsed), cancellation), cancellation));
        return command;
    }

    private static int Read(CommandModel model, FileInfo database, Speaker speaker, CancellationToken cancellation)
    {
        try
        {
            using WarehouseDatabase warehouse = model.Open(database);
            using ReaderLease lease = warehouse.Readers.Lease(cancellation);
            foreach (string line in RollupText.Lines(model.Definitions, lease.Connection, speaker))
            {
                Console.WriteLine(line);
            }

            return CommandLine.Fine;
        }
        catch (WarehouseException error) when (error.Kind is WarehouseErrorKind.Locked)
        {
            throw new RefusedException("rollups-served", ("file", database.FullName));
        }
    }

    private static async Task<int> AskAsync(string address, Speaker speaker, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? server) || !server.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            throw new RefusedException("not-a-server", ("text", address));
        }

        using HttpClient client = new() { BaseAddress = server };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(speaker.Language is Language.Chinese ? "zh-CN" : "en");
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(RollupsEndpoint.Path, UriKind.Relative), cancellation);
            string text = await answer.Content.ReadAsStringAsync(cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new RefusedException("server-refused", ("server", server), ("answer", text.Trim()));
            }

            Console.Write(text);
            return CommandLine.Fine;
        }
        catch (HttpRequestException error)
        {
            throw new RefusedException("server-unreached", ("server", server), ("reason", error.Message));
        }
    }
}
