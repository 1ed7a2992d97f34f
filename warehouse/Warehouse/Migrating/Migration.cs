using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ProdSales.Warehouse.Migrating;

/// <summary>One step of the schema: a numbered SQL script that, once released, never changes.</summary>
public sealed partial record Migration
{
    /// <summary>Makes a migration.</summary>
    /// <param name="fileName">The number of four digits and the name: <c>0007_production.sql</c>.</param>
    /// <param name="sql">The script.</param>
    /// <exception cref="ArgumentException">The file name has another form.</exception>
    public Migration(string fileName, string sql)
    {
        Match match = FileName().Match(fileName);
        if (!match.Success)
        {
            throw new ArgumentException($"A migration is named like 0007_production.sql, not \"{fileName}\".", nameof(fileName));
        }

        Number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        Name = match.Groups["name"].Value;
        Sql = sql.ReplaceLineEndings("\n");
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
    }

    /// <summary>Gets the place in the order, 1 and up without gaps.</summary>
    public int Number { get; }

    /// <summary>Gets the name without number.</summary>
    public string Name { get; }

    /// <summary>Gets the script, with LF at its line ends.</summary>
    public string Sql { get; }

    /// <summary>Gets the hash of <see cref="Sql"/> in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Gives the migrations of the warehouse, in order.</summary>
    public static IReadOnlyList<Migration> OfWarehouse()
    {
        const string Prefix = "ProdSales.Warehouse.Migrations.";
        Assembly assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(n => new Migration(n[Prefix.Length..], Text(assembly, n))),
        ];
    }

    /// <summary>Gives the name with its number: <c>0007_production</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:D4}_{Name}");

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^(?<number>[0-9]{4})_(?<name>[a-z][a-z0-9_]*)\\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
