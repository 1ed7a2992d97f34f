namespace ProdSales.Bench.Models;

/// <summary>The three steps that a figure is held against; a step that is not set is null.</summary>
/// <param name="Floor">What it must reach.</param>
/// <param name="Goal">What it should reach.</param>
/// <param name="Ambitious">What would be excellent.</param>
public sealed record Bar(Limit? Floor, Limit? Goal, Limit? Ambitious)
{
    /// <summary>Less is better.</summary>
    public static Bar AtMost(double? floor, double? goal, double? ambitious) => new(Upper(floor), Upper(goal), Upper(ambitious));

    /// <summary>More is better.</summary>
    public static Bar AtLeast(double? floor, double? goal, double? ambitious) => new(Lower(floor), Lower(goal), Lower(ambitious));

    /// <summary>The nearer to a value the better; each step is the distance that it allows.</summary>
    public static Bar Near(double centre, double? floor, double? goal, double? ambitious) => new(Around(centre, floor), Around(centre, goal), Around(centre, ambitious));

    /// <summary>The highest step that the figure reaches, in a word.</summary>
    public string Reached(double value) =>
        Ambitious?.Holds(value) is true ? "ambitious" : Goal?.Holds(value) is true ? "goal" : Floor?.Holds(value) is true ? "floor" : "missed";

    private static Limit? Upper(double? value) => value is null ? null : new Limit(null, value);

    private static Limit? Lower(double? value) => value is null ? null : new Limit(value, null);

    private static Limit? Around(double centre, double? distance) => distance is { } far ? new Limit(centre - far, centre + far) : null;
}
