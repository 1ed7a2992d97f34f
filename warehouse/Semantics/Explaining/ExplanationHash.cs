using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Names an answer by everything that it depends on, so that whoever asks the same of the same data can show that the answer is the same.</summary>
internal static class ExplanationHash
{
    internal static string Of(
        SemanticModel model, ExplanationRequest request, IEnumerable<SqlStatement> statements, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        Line(text, "model", model.Version);
        Line(text, "measure", $"{request.Measure.Subject}.{request.Measure.Name}");
        Line(text, "scope", request.Scope.Hash);
        foreach (SqlStatement statement in statements)
        {
            Line(text, "statement", statement.Text);
            foreach ((string name, object value) in statement.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
            {
                Line(text, name, Convert.ToString(value, CultureInfo.InvariantCulture)!);
            }
        }

        using DuckDbCommand command = connection.CreateCommand("SELECT fact, version FROM data_version ORDER BY fact");
        using DuckDbDataReader reader = command.ExecuteReader(cancellationToken);
        while (reader.Read())
        {
            Line(text, reader.GetString(0), reader.GetInt64(1).ToString(CultureInfo.InvariantCulture));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append(name).Append('=').Append(value).Append('\n');
}
