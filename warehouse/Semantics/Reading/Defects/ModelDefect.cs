namespace ProdSales.Semantics;

/// <summary>Something in the model's files that keeps them from being compiled.</summary>
/// <param name="Place">The file and the line.</param>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Message">What is wrong, the value and what is allowed, in both languages.</param>
public sealed record ModelDefect(SourcePlace Place, string Code, LocalisedText Message)
{
    /// <summary>The defect as one line in English: file, line, message.</summary>
    public override string ToString() => $"{Place.File}:{Place.Line}: {Message.English} ({Code})";
}
