namespace ProdSales.GraphQL.Http;

/// <summary>Says in a caller's language why a request is refused before it reaches the engine.</summary>
/// <param name="reason">The stable kebab-case reason, finer than the code of the error.</param>
/// <param name="facts">What the sentence speaks of.</param>
/// <returns>The sentence; null leaves the English one.</returns>
public delegate string? RefusalWording(string reason, IReadOnlyDictionary<string, object> facts);
