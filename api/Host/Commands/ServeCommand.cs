using System.CommandLine;
using ProdSales.GraphQL.Http.Documents;
using ProdSales.Host.Contracts;
using ProdSales.Host.Limits;
using ProdSales.Host.Models;
using ProdSales.Host.Predictions.Service;
using ProdSales.Host.Speech;
using ProdSales.Host.Web;
using ProdSales.Predictions.Service;
using ProdSales.Semantics;
using ProdSales.Simulation;
using ProdSales.Warehouse;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales serve</c>: the cockpit and GraphQL over HTTP.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        Option<FileInfo?> database = CommonOptions.Database("without it, the demo company's, made at the first start.");
        Option<string> url = new("--url") { Description = "Where to listen; port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        Option<long> seed = CommonOptions.Seed();
        Option<double> scale = CommonOptions.Scale();
        Option<string?> header = new("--principal-header")
        {
            Description = "Takes who asks from this header, which what stands in front of the server must set and drop from its clients; "
                + "written as in role=regional_manager&region=East. Without it everybody who reaches the server sees everything.",
        };
        Command command = new("serve", "Serves the cockpit, GraphQL at /graphql, and health at /healthz.") { database, url, seed, scale, header, CommonOptions.ModelFolder };
        ScheduleOptions schedule = new(command);
        DocumentOptions documents = new(command);
        LimitOptions limited = new(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            TrustedDocuments? kept = documents.Of(parsed);
            ServerLimits limits = limited.Of(parsed);
            using WarehouseDatabase warehouse = parsed.GetValue(database) is { } file
                ? WarehouseFiles.OpenExisting(file, limits.Warehouse)
                : DemoWarehouse.Open(new DemoOptions { Seed = parsed.GetValue(seed), Scale = parsed.GetValue(scale) }, cancellation, limits.Warehouse);
            using ModelService service = new(warehouse, TimeProvider.System, schedule.Of(parsed));
            ModelInService model = new(warehouse, parsed.GetValue(CommonOptions.ModelFolder), TimeProvider.System, service, kept, limits);
            RollupUpkeep.Fit(warehouse, model.Current.Definitions, cancellation);
            await using WebApplication app = WebHost.Build(model, parsed.GetValue(url)!, Speaker.Of(parsed), parsed.GetValue(header));
            await app.StartAsync(cancellation);
            Console.WriteLine($"ProdSalesService listens on {string.Join(", ", app.Urls)} (Ctrl+C ends it).");
            await app.WaitForShutdownAsync(cancellation);
            return CommandLine.Fine;
        });
        return command;
    }
}
