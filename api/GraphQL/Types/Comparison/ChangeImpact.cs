namespace ProdSales.GraphQL.Types.Comparison;

/// <summary>What a change of a schema does to the documents of its callers.</summary>
public enum ChangeImpact
{
    /// <summary>Documents that were valid stay valid and mean the same.</summary>
    Safe,

    /// <summary>Documents stay valid, but a caller may meet a value that it does not expect.</summary>
    Dangerous,

    /// <summary>A document that was valid may be refused, or its answer have another form.</summary>
    Breaking,
}
