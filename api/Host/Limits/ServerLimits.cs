using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Http.Streams;
using ProdSales.Warehouse;

namespace ProdSales.Host.Limits;

/// <summary>What one request, one client and all together may take of a server.</summary>
internal sealed record ServerLimits
{
    /// <summary>Gets what one document may cost.</summary>
    internal EngineLimits Engine { get; init; } = new();

    /// <summary>Gets what streams and sockets may take.</summary>
    internal StreamLimits Streams { get; init; } = new();

    /// <summary>Gets the largest body in bytes.</summary>
    internal int BodyBytes { get; init; } = new GraphQLHttpOptions().BodyBytes;

    /// <summary>Gets how deep the JSON of a request may nest.</summary>
    internal int JsonDepth { get; init; } = new GraphQLHttpOptions().JsonDepth;

    /// <summary>Gets the requests of one body; 0 refuses arrays.</summary>
    internal int BatchSize { get; init; }

    /// <summary>Gets how long an operation may run.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how the warehouse may use the machine.</summary>
    internal WarehouseSettings Warehouse { get; init; } = new();

    /// <summary>Gets whether every caller may ask for the schema; those whose role gives the right may in any case.</summary>
    internal bool AllowsIntrospection { get; init; } = true;
}
