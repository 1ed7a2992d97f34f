namespace ProdSales.Bench.Soak;

/// <summary>What the server's process held at a moment.</summary>
/// <param name="Requests">Requests answered by then.</param>
/// <param name="Resident">Resident memory in bytes.</param>
/// <param name="InUse">Managed bytes in use after a collection.</param>
/// <param name="Handles">Open files and sockets.</param>
/// <param name="Threads">Threads.</param>
public sealed record SoakSample(int Requests, long Resident, long InUse, int Handles, int Threads);
