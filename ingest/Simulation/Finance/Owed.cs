namespace ProdSales.Simulation.Finance;

/// <summary>What is owed for one line of an invoice, in the currency of the document.</summary>
internal readonly record struct Owed(string InvoiceId, decimal Amount);
