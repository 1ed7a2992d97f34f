namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>What a caller wants of the cost of his request.</summary>
public enum CostMode
{
    /// <summary>Nothing; what is too dear is refused all the same.</summary>
    Enforce,

    /// <summary>To be told it with the answer, in <c>extensions.operationCost</c>.</summary>
    Report,

    /// <summary>To be told it in place of the answer: nothing runs.</summary>
    Validate,
}
