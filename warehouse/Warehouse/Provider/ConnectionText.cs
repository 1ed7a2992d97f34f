using System.Data.Common;

namespace ProdSales.Warehouse.Provider;

/// <summary>A connection string, read: the path and the settings of the engine.</summary>
internal sealed record ConnectionText(string Path, IReadOnlyDictionary<string, string> Settings)
{
    private static readonly string[] PathKeys = ["datasource", "data source"];

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is malformed or names no data source.</exception>
    public static ConnectionText Parse(string text)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = text };
        string? path = null;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string key in builder.Keys)
        {
            string value = (string)builder[key];
            if (PathKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                path = value;
            }
            else
            {
                settings[key] = value;
            }
        }

        return new ConnectionText(
            path ?? throw new ArgumentException($"The connection string \"{text}\" names no DataSource: it must be a path or :memory:.", nameof(text)),
            settings);
    }

    /// <summary>Writes the connection string.</summary>
    public override string ToString()
    {
        var builder = new DbConnectionStringBuilder { ["DataSource"] = Path };
        foreach ((string name, string value) in Settings)
        {
            builder[name] = value;
        }

        return builder.ConnectionString;
    }
}
