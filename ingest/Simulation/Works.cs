namespace ProdSales.Simulation;

/// <summary>One of the works among which a large company is divided, with its own customers, people, machines and stock.</summary>
/// <remarks>Works are told one after the other, so that memory follows the largest of them and not the size of the company.</remarks>
/// <param name="Index">Which of them, from 0.</param>
/// <param name="Count">How many there are.</param>
internal sealed record Works(int Index, int Count)
{
    /// <summary>More than the numbers of any kind of paper that one works uses up.</summary>
    private const long Numbers = 10_000_000;

    private static readonly string[] Places = ["湖州", "安吉", "芜湖", "佛山", "天津", "襄阳", "重庆", "青岛", "沈阳", "西安"];

    /// <summary>Gets a value indicating whether it is the one that also speaks for the whole company.</summary>
    internal bool IsFirst => Index == 0;

    /// <summary>Gets the number after which its papers, people and customers are numbered.</summary>
    internal long NumbersAfter => Index * Numbers;

    internal string Plant => $"{Place}工厂";

    /// <summary>Gets what is added to the ids of its work centres and stocks, which have no numbers.</summary>
    internal string Mark => IsFirst ? "" : $"-{Index + 1}";

    private string Place => Places[Index % Places.Length] + (Index < Places.Length ? "" : $"{(Index / Places.Length) + 1}");

    /// <summary>The works of a company, equal in size and none above the largest size.</summary>
    internal static IEnumerable<Works> Of(DemoOptions options)
    {
        int count = (int)Math.Ceiling(options.Scale / options.LargestWorks);
        return Enumerable.Range(0, count).Select(index => new Works(index, count));
    }

    /// <summary>The options of its share of the company, with draws of its own.</summary>
    internal DemoOptions ShareOf(DemoOptions company) => company with
    {
        Scale = company.Scale / Count,
        Seed = unchecked(company.Seed + (Index * 0x5851F42D4C957F2D)),
    };

    /// <summary>The name of one of its warehouses.</summary>
    internal string Warehouse(string name) => IsFirst ? name : Place + name;
}
