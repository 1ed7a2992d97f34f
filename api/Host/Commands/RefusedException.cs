using ProdSales.Host.Speech;

namespace ProdSales.Host.Commands;

/// <summary>A command was refused; the code and its facts say what was wrong and what is allowed. The caller's fault.</summary>
internal sealed class RefusedException : Exception
{
    private readonly string _code;
    private readonly IReadOnlyDictionary<string, object> _facts;

    /// <summary>Refuses a command.</summary>
    /// <param name="code">The stable kebab-case code, a key of the family <c>command</c> of the messages.</param>
    /// <param name="facts">What the sentence tells; a function from a speaker where it is itself a matter of language.</param>
    internal RefusedException(string code, params ReadOnlySpan<(string Name, object Value)> facts)
        : base(code)
    {
        Dictionary<string, object> held = new(StringComparer.Ordinal);
        foreach ((string name, object value) in facts)
        {
            held[name] = value;
        }

        (_code, _facts) = (code, held);
    }

    /// <summary>Says it in the speaker's language.</summary>
    internal string In(Speaker speaker) => speaker.Say(
        $"command.{_code}", _facts.ToDictionary(fact => fact.Key, fact => fact.Value is Func<Speaker, string> said ? said(speaker) : fact.Value, StringComparer.Ordinal));
}
