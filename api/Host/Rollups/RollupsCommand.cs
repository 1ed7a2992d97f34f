using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Rollups;

/// <summary><c>prodsales rollups</c>: which rollups a warehouse keeps, and which it proposes for what was asked of it.</summary>
internal static class RollupsCommand
{
    internal static Command Create()
    {
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Command command = new("rollups", "Tells which rollups a warehouse keeps, and proposes some for what a server was asked, as YAML to paste into the model.")
        {
            database, CommonOptions.ModelFolder,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                CommandModel model = CommandModel.Of(parsed);
                using WarehouseDatabase warehouse = model.Open(parsed.GetValue(database)!);
                using ReaderLease lease = warehouse.Readers.Lease(cancellation);
                Speaker speaker = Speaker.Of(parsed);
                foreach (string line in Kept(model.Definitions, lease.Connection, speaker).Concat(Proposed(model.Definitions, lease.Connection, speaker)))
                {
                    Console.WriteLine(line);
                }

                return CommandLine.Fine;
            },
            cancellation));
        return command;
    }

    private static IEnumerable<string> Kept(SemanticModel model, DuckDbConnection connection, Speaker speaker)
    {
        foreach (Rollup rollup in RollupUpkeep.Kept(connection, model))
        {
            yield return speaker.Say(
                "rollups.kept",
                ("name", rollup.Name),
                ("fact", rollup.Fact.Name),
                ("by", string.Join(", ", rollup.Dimensions.Select(dimension => dimension.Name).Prepend(rollup.Grain.ToString().ToLowerInvariant()))),
                ("rows", Count(connection, rollup.Table)),
                ("all", Count(connection, rollup.Fact.Relation)));
        }
    }

    private static IEnumerable<string> Proposed(SemanticModel model, DuckDbConnection connection, Speaker speaker)
    {
        IReadOnlyList<RollupProposal> proposals = RollupProposals.Of(model, connection);
        if (proposals.Count == 0)
        {
            yield return speaker.Say("rollups.none-proposed");
        }

        foreach (RollupProposal proposal in proposals)
        {
            yield return "";
            yield return speaker.Say(
                "rollups.proposed",
                ("subject", proposal.Subject.Name), ("times", proposal.Times), ("read", proposal.RowsRead), ("rows", proposal.RowsKept), ("all", proposal.RowsOfFact));
            yield return proposal.Yaml;
        }
    }

    private static long Count(DuckDbConnection connection, string table)
    {
        using DuckDbCommand command = connection.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)command.ExecuteScalar()!;
    }
}
