namespace ProdSales.GraphQL.Http.Streams;

/// <summary>What streams may take of a server.</summary>
public sealed record StreamLimits
{
    /// <summary>Streams and sockets that are open at the same time; the next one is refused with 503.</summary>
    public int Connections { get; init; } = 1_000;

    /// <summary>Of them those of one user, where users are told apart.</summary>
    public int ConnectionsOfOneUser { get; init; } = 20;

    /// <summary>Operations that run at the same time in one stream or socket.</summary>
    public int Operations { get; init; } = 50;

    /// <summary>How long a socket may wait with its first message, and a reserved stream with being opened.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a sign of life is sent where nothing else is.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a message may take to be sent before its reader counts as gone.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
