using System.Collections.Frozen;

namespace ProdSales.Semantics;

/// <summary>Who asks: the roles somebody has, and what is known of them, as in region = 华东.</summary>
/// <remarks>Who it is has been made sure of elsewhere; this is only what follows for what may be seen.</remarks>
public sealed record Principal
{
    /// <summary>Somebody with roles.</summary>
    /// <param name="roles">Names of roles of the model; every one of them narrows what is seen, and none at all shows nothing.</param>
    /// <param name="attributes">Values by the name by which roles ask for them.</param>
    public Principal(IEnumerable<string> roles, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes)
    {
        Roles = [.. roles];
        Attributes = attributes;
    }

    private Principal()
        : this([], FrozenDictionary<string, IReadOnlyList<string>>.Empty) => HasFullAccess = true;

    /// <summary>Whoever sits at the machine itself while no security is configured: sees everything.</summary>
    public static Principal Local { get; } = new();

    /// <summary>Who it is, for decisions that are kept with who took them: the attribute <c>name</c>, else the roles.</summary>
    public string Name => HasFullAccess ? "local" : Attributes.TryGetValue("name", out IReadOnlyList<string>? names) && names is [var name, ..] ? name : string.Join(", ", Roles);

    /// <summary>Names of roles of the model.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Values by the name by which roles ask for them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; }

    /// <summary>True for <see cref="Local"/> alone.</summary>
    public bool HasFullAccess { get; }
}
