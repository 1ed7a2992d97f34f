using System.Security.Cryptography;

namespace ProdSales.GraphQL;

/// <summary>One entry of a response's <c>errors</c>: a refused request or a field that has no value.</summary>
/// <param name="Code">The stable kebab-case name of the kind of error, shown as <c>extensions.code</c>.</param>
/// <param name="Message">What is wrong, in words for the caller.</param>
public sealed record GraphQLError(string Code, string Message)
{
    /// <summary>The fact of a masked error that names it in the operator's log.</summary>
    public const string Incident = "incident";

    /// <summary>The places in the document that the error speaks of; empty where there is none.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>The response names (<see cref="string"/>) and list indices (<see cref="int"/>) down to the failed field; null for a refused request.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further facts of <c>extensions</c> beside the code: text, numbers, booleans or null.</summary>
    public IReadOnlyDictionary<string, object?>? Facts { get; init; }

    /// <summary>An error that tells the caller nothing but a number, under which the operator's log has the cause.</summary>
    public static GraphQLError Masked(Exception cause) => new(ErrorCodes.InternalError, "Internal error.")
    {
        Facts = new Dictionary<string, object?>(StringComparer.Ordinal) { [Incident] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) },
        Cause = cause,
    };

    /// <summary>What was thrown, for the operator's log; it never reaches the response.</summary>
    public Exception? Cause { get; init; }
}
