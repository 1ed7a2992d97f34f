using System.CommandLine;

namespace ProdSales.Host.Commands;

/// <summary>Options that several commands share, so that each means the same everywhere.</summary>
internal static class CommonOptions
{
    /// <summary>The language of what the program says; every command has it.</summary>
    internal static Option<string?> Language { get; } = Spoken();

    /// <summary>The warehouse file of a command that needs one.</summary>
    internal static Option<FileInfo> RequiredDatabase() => new("--db") { Description = "The warehouse file; made when it is absent and the command writes.", Required = true };

    /// <summary>The warehouse file of a command that can do without.</summary>
    internal static Option<FileInfo?> Database(string without) => new("--db") { Description = $"The warehouse file; {without}" };

    /// <summary>Whose eyes a command looks with.</summary>
    internal static Option<string?> Principal() => new("--as")
    {
        Description = "Shows only what this principal may see, as in role=regional_manager&region=East; without it, everything.",
    };

    /// <summary>The users' own part of the model.</summary>
    internal static Option<DirectoryInfo?> ModelFolder { get; } = new("--model-folder")
    {
        Description = "A folder with YAML files of your own, read beside the product's: measures, subjects, dimensions, roles, crosses and benefits.",
    };

    private static Option<string?> Spoken()
    {
        Option<string?> option = new("--language") { Description = "Language of messages: zh-CN or en; without it that of the terminal (LC_ALL, LANG).", Recursive = true };
        option.AcceptOnlyFromAmong("zh-CN", "en");
        return option;
    }

    /// <summary>The seed of the demo company.</summary>
    internal static Option<long> Seed() => new("--seed") { Description = "Seed of the demo company; the same seed makes the same bytes.", DefaultValueFactory = _ => 1 };

    /// <summary>The size of the demo company.</summary>
    internal static Option<double> Scale() => new("--scale") { Description = "Size of the demo company; 1 is about 100,000 order lines in three years.", DefaultValueFactory = _ => 1 };
}
