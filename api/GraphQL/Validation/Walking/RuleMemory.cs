namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>What a rule remembers while one document is checked.</summary>
/// <param name="index">Its place among the memories of all rules.</param>
/// <param name="begin">What is remembered of a document at first.</param>
internal sealed class RuleMemory<T>(int index, Func<ValidationContext, T> begin)
    where T : class
{
    /// <summary>What is remembered of the document that is checked.</summary>
    public T Of(ValidationContext context) => (T)(context.Memories[index] ??= begin(context));
}
