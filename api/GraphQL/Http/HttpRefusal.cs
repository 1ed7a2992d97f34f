namespace ProdSales.GraphQL.Http;

/// <summary>A request that never reached the engine.</summary>
internal sealed record HttpRefusal(int Status, string Message, string Code = ErrorCodes.BadRequest);
