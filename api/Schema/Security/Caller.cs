using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Who a request comes from; the host gives it with the request, as its state.</summary>
/// <param name="Language">The language in which refusals are told.</param>
/// <param name="Scope">What may be seen and done.</param>
public sealed record Caller(AnswerLanguage Language, SecurityScope Scope)
{
    /// <summary>Who it is, for decisions that are kept with who took them.</summary>
    public string Name { get; init; } = "local";

    /// <summary>Whoever sits at the machine, when the host says nothing else: everything, in English.</summary>
    public static Caller Local { get; } = new(AnswerLanguage.English, SecurityScope.Full);

    /// <summary>The caller of a request.</summary>
    /// <exception cref="ArgumentException">The host gave a state that is no caller: nothing is answered rather than too much.</exception>
    internal static Caller Of(object? state) => state switch
    {
        null => Local,
        Caller caller => caller,
        _ => throw new ArgumentException($"The state of a request must be a {nameof(Caller)}, not a {state.GetType().Name}.", nameof(state)),
    };
}
