namespace ProdSales.GraphQL;

/// <summary>The codes of the errors that the engine itself reports; callers may rely on them.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string SyntaxError = "graphql-syntax-error";

    /// <summary>The document breaks a validation rule of the specification.</summary>
    public const string ValidationFailed = "graphql-validation-failed";

    /// <summary>The document is legal but larger than a limit of the engine.</summary>
    public const string LimitExceeded = "limit-exceeded";

    /// <summary>The operation is legal but would cost more than one may.</summary>
    public const string CostExceeded = "cost-exceeded";

    /// <summary>The operation to run is not named, or no operation has that name.</summary>
    public const string OperationNotFound = "operation-not-found";

    /// <summary>A mutation came by a way that may only read.</summary>
    public const string MutationNotAllowed = "mutation-not-allowed";

    /// <summary>A variable's value does not fit its type.</summary>
    public const string BadVariables = "bad-variables";

    /// <summary>The HTTP request does not carry a well-formed GraphQL request.</summary>
    public const string BadRequest = "bad-request";

    /// <summary>The request names a document that is not kept here.</summary>
    public const string DocumentUnknown = "document-unknown";

    /// <summary>The request sends a document, and only those that are kept here are answered.</summary>
    public const string DocumentNotTrusted = "document-not-trusted";

    /// <summary>The operation ran longer than allowed; trying again may help.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>As much runs and waits as may; trying again later helps.</summary>
    public const string Busy = "busy";

    /// <summary>An argument's value was refused while a field was resolved.</summary>
    public const string BadArgument = "bad-argument";

    /// <summary>A resolver returned what the schema does not allow, for example null for a non-null field.</summary>
    public const string BadResult = "bad-result";

    /// <summary>A resolver failed; the cause is in the operator's log, not in the response.</summary>
    public const string InternalError = "internal-error";
}
