namespace ProdSales.Loading.Auditing;

/// <summary>One thing that is wrong in a warehouse.</summary>
/// <param name="Code">The stable kebab-case code, one of <see cref="AuditCodes"/>.</param>
/// <param name="Facts">What and where: names of tables and columns, counts, an example; in the order in which a sentence tells them.</param>
public sealed record AuditFault(string Code, IReadOnlyDictionary<string, object> Facts)
{
    /// <summary>Makes a fault from its facts.</summary>
    internal static AuditFault Of(string code, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        Dictionary<string, object> held = new(StringComparer.Ordinal);
        foreach ((string name, object value) in facts)
        {
            held.Add(name, value);
        }

        return new AuditFault(code, held);
    }
}
