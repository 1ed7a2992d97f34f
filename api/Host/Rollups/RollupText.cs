using ProdSales.Host.Speech;
using ProdSales.Semantics;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Rollups;

namespace ProdSales.Host.Rollups;

/// <summary>Tells which rollups a warehouse keeps, and which it proposes for what was asked of it: by a command, or by the server that has it open.</summary>
internal static class RollupText
{
    /// <summary>The lines, in the speaker's language; proposals are YAML to paste.</summary>
    internal static IEnumerable<string> Lines(SemanticModel model, DuckDbConnection connection, Speaker speaker) =>
        Kept(model, connection, speaker).Concat(Happened(connection, speaker)).Concat(Proposed(model, connection, speaker));

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

    private static IEnumerable<string> Happened(DuckDbConnection connection, Speaker speaker) => RollupCatalogue.Events(connection).Select(told => speaker.Say(
        told.IsBuilt ? "rollups.built" : "rollups.dropped", ("name", told.Name), ("fact", told.Fact), ("batch", told.LastBatch ?? 0)));

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
