namespace ProdSales.Host.Tests.BadInput;

/// <summary>One kind of bad input: the files, and what must become of them.</summary>
/// <param name="Name">What is bad, as a sentence.</param>
internal sealed record BadCase(string Name)
{
    /// <summary>Writes the files into an empty folder.</summary>
    internal required Action<string> Files { get; init; }

    /// <summary>The mapping; null for a folder of feeds.</summary>
    internal string? Mapping { get; init; } = Orders.Mapping();

    /// <summary>The ids of the order lines that must be in the warehouse, in their order; none when the load is refused.</summary>
    internal string Good { get; init; } = "";

    /// <summary>The messages of the rows that must be in quarantine.</summary>
    internal string[] Rows { get; init; } = [];

    /// <summary>The whole message when nothing must be loaded; null when the good rows are. FOLDER stands for the folder.</summary>
    internal string? Refusal { get; init; }

    /// <summary>The share of bad rows that is let through.</summary>
    internal double Limit { get; init; } = 1;

    /// <summary>What happens to the folder between the check and the load.</summary>
    internal Action<string>? Meanwhile { get; init; }

    /// <summary>A statement on the warehouse that must give 0 after the load; null for none. BATCH stands for the number of the batch.</summary>
    internal string? MustCountZero { get; init; }
}
