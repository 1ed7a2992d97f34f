namespace ProdSales.GraphQL.Http;

/// <summary>Which status tells a refused or partly failed request when the caller accepts <c>application/graphql-response+json</c>.</summary>
public enum HttpStatusPolicy
{
    /// <summary>As the audits of graphql-http ask: 400 for a refused request, 200 for every executed one.</summary>
    Audit,

    /// <summary>As the draft of August 2026 says: 422 for a refused request, 294 for data with errors.</summary>
    Draft2026,
}
