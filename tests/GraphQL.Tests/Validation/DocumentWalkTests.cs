using System.Diagnostics;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Validation.Walking;

namespace ProdSales.GraphQL.Tests.Validation;

public sealed class DocumentWalkTests
{
    [Fact]
    public void A_rule_that_wants_to_see_what_is_never_shown_is_refused_by_name()
    {
        UnreachableException refusal = Assert.Throws<UnreachableException>(() => new DocumentWalk([visits => visits.Leave<FragmentNode>((_, _) => { })]));

        Assert.Contains("Leave<FragmentNode>", refusal.Message, StringComparison.Ordinal);
    }
}
