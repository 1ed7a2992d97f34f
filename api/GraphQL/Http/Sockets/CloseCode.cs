namespace ProdSales.GraphQL.Http.Sockets;

/// <summary>Why a socket is closed, by the protocol of graphql-transport-ws.</summary>
internal enum CloseCode
{
    /// <summary>The server ends.</summary>
    GoingAway = 1001,

    /// <summary>A message is larger than allowed.</summary>
    TooLarge = 1009,

    /// <summary>Another schema is served from now on: come back.</summary>
    ServiceRestart = 1012,

    /// <summary>A message is none of the protocol.</summary>
    BadRequest = 4400,

    /// <summary>An operation came before the connection was acknowledged.</summary>
    Unauthorized = 4401,

    /// <summary>The operation is none that is answered here.</summary>
    Forbidden = 4403,

    /// <summary>The client does not speak the protocol.</summary>
    SubprotocolNotAcceptable = 4406,

    /// <summary>The client did not begin in time.</summary>
    InitTimeout = 4408,

    /// <summary>An operation of that id runs already.</summary>
    SubscriberExists = 4409,

    /// <summary>The client began twice.</summary>
    TooManyInits = 4429,
}
