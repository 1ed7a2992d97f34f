namespace ProdSales.GraphQL.Http.Sockets;

/// <summary>The protocol asks for the socket to be closed; the client's fault.</summary>
internal sealed class SocketClosedException(CloseCode code, string reason) : Exception(reason)
{
    public CloseCode Code { get; } = code;
}
