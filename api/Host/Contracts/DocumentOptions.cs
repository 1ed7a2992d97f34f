using System.CommandLine;
using ProdSales.GraphQL.Http.Documents;
using ProdSales.Host.Commands;

namespace ProdSales.Host.Contracts;

/// <summary>Which GraphQL documents a server keeps for its callers.</summary>
internal sealed class DocumentOptions
{
    private readonly Option<DirectoryInfo?> _folder = new("--documents")
    {
        Description = "A folder of .graphql files that callers may ask for by documentId, sha256: with the digest of the file.",
    };

    private readonly Option<bool> _areExclusive = new("--trusted-only")
    {
        Description = "Answers no other documents than those of --documents: for servers of programs, as the cockpit and GraphiQL send their own.",
    };

    internal DocumentOptions(Command command)
    {
        command.Add(_folder);
        command.Add(_areExclusive);
    }

    /// <summary>The documents of a command line; null when none are kept.</summary>
    /// <exception cref="RefusedException">There is no such folder, or only kept documents are wanted and none are named.</exception>
    internal TrustedDocuments? Of(ParseResult parsed)
    {
        DirectoryInfo? folder = parsed.GetValue(_folder);
        bool areExclusive = parsed.GetValue(_areExclusive);
        return folder is { Exists: true } ? TrustedDocuments.In(folder.FullName, areExclusive)
            : folder is not null ? throw new RefusedException("no-folder", ("folder", folder.ToString()))
            : areExclusive ? throw new RefusedException("trusted-without-documents")
            : null;
    }
}
