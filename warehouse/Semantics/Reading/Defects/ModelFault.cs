namespace ProdSales.Semantics;

/// <summary>What is wrong with a model, wherever it stands.</summary>
/// <param name="Code">A code of <see cref="ModelDefectCodes"/>.</param>
/// <param name="Message">The thing, the value and what is allowed; what the engine, the system or the reader of YAML says of it stands there as they say it.</param>
internal sealed record ModelFault(string Code, LocalisedText Message)
{
    /// <summary>The fault where it stands.</summary>
    internal ModelDefect At(SourcePlace place) => new(place, Code, Message);
}
