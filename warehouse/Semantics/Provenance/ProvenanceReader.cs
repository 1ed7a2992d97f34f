using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Tells where an answer comes from. It costs one more statement, so it is asked for.</summary>
public static class ProvenanceReader
{
    /// <summary>The reason of a pass over a fact of which no rollup is kept.</summary>
    private const string NoRollups = "no-rollups-kept";

    /// <summary>Reads it.</summary>
    /// <param name="modelVersion">Version of the model that the question was planned by.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="statement">Its statement.</param>
    /// <param name="connection">The connection on which it was answered; versions and rows are those that it sees.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ResultProvenance Read(
        string modelVersion, QueryPlan plan, SqlStatement statement, DuckDbConnection connection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(connection);
        Measure[] measures = [.. plan.AllCuts.SelectMany(cut => cut.Request.Measures).Select(asked => asked.Measure).Where(measure => !plan.Query.Scope.Masks(measure)).Distinct()];
        return new ResultProvenance(
            modelVersion,
            [.. measures.Select(measure => new MeasureVersion(measure, DefinitionHash.Of(measure)))],
            [.. Versions(plan, connection, cancellationToken)],
            statement,
            [.. Passes(plan, connection, cancellationToken)]);
    }

    private static IEnumerable<DataVersion> Versions(QueryPlan plan, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT fact, version FROM data_version");
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        Dictionary<string, long> versions = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            versions[reader.GetString(0)] = reader.GetInt64(1);
        }

        return plan.Tables.Select(table => new DataVersion(table, versions.TryGetValue(table, out long version) ? version : null));
    }

    private static IEnumerable<PassProvenance> Passes(QueryPlan plan, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (plan.Scans.Count == 0)
        {
            yield break;
        }

        SqlStatement statement = StatementSql.OfRowCounts(plan);
        using DuckDbCommand command = statement.CommandOn(connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        reader.Read();
        for (int i = 0; i < plan.Scans.Count; i++)
        {
            ScanSource source = plan.Scans[i].Source;
            (Rollup? rollup, IReadOnlyList<RollupRefusal> refusals) = (plan.Scans[i].Rollup, plan.Scans[i].RollupRefusals);
            string? refusal = rollup is not null ? null : refusals.Count == 0 ? NoRollups : refusals[0].Code;
            yield return new PassProvenance(source.Name, source.Fact.Name, reader.GetInt64(i), rollup?.Name, refusal, refusals);
        }
    }
}
