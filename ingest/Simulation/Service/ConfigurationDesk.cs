using System.Globalization;

namespace ProdSales.Simulation.Service;

/// <summary>Keeps each configuration once, however many machines are built by it.</summary>
internal sealed class ConfigurationDesk(Company company)
{
    private static readonly string[] Groups = ["门架", "电池", "轮胎", "导航"];

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Gives the id of the configuration of a machine, and writes it with its options when it is new.</summary>
    internal string IdOf(Machine machine, string options)
    {
        string hash = HashOf($"{machine.Item.Id};{options}");
        string id = $"CF-{hash}{company.Works.Mark}";
        if (_known.Add(id))
        {
            company.Rows.Add(new Configuration
            {
                SourceSystem = Origin.System,
                SourceId = id,
                Name = options,
                ProductId = machine.Item.Id,
                Hash = hash,
                BomVersionId = Products.Catalogue.BomVersionOf(machine.Item),
                RuleVersion = "R1",
            });
            WriteOptions(machine, id, options);
        }

        return id;
    }

    /// <summary>FNV-1a: equal texts have equal hashes on every machine and in every run.</summary>
    private static string HashOf(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string GroupOf(string option) =>
        Groups.FirstOrDefault(group => option.Contains(group, StringComparison.Ordinal)) ?? (option.Contains('胎', StringComparison.Ordinal) ? "轮胎" : "电池");

    private void WriteOptions(Machine machine, string id, string options)
    {
        foreach ((int index, string option) in options.Split(';').Index())
        {
            company.Rows.Add(new ConfigurationOption
            {
                SourceSystem = Origin.System,
                SourceId = $"{id}-{index + 1}",
                CreatedDate = machine.Installed,
                ConfigurationId = id,
                OptionGroup = GroupOf(option),
                OptionValue = option,
            });
        }
    }
}
