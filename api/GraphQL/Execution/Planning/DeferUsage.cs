namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>One <c>@defer</c> where it stands in an operation; the same node reached by two ways is two of these.</summary>
/// <param name="Label">The name that the caller gave it, or null.</param>
/// <param name="Parent">The <c>@defer</c> around it, or null.</param>
internal sealed record DeferUsage(string? Label, DeferUsage? Parent)
{
    /// <summary>Whether this one or one around it is the other.</summary>
    public bool IsWithin(DeferUsage other)
    {
        for (DeferUsage? usage = Parent; usage is not null; usage = usage.Parent)
        {
            if (ReferenceEquals(usage, other))
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(DeferUsage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
