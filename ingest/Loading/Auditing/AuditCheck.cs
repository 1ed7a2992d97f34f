namespace ProdSales.Loading.Auditing;

/// <summary>What one check of a warehouse found.</summary>
/// <param name="Name">The stable kebab-case name, one of <see cref="AuditCodes.Checks"/>.</param>
/// <param name="Examined">How many things were looked at: rows, members, days or totals, as the check's text says.</param>
/// <param name="Faults">Everything that is wrong; empty when all is well.</param>
public sealed record AuditCheck(string Name, long Examined, IReadOnlyList<AuditFault> Faults);
