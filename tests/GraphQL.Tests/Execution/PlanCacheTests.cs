using System.Text;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation;

namespace ProdSales.GraphQL.Tests.Execution;

public sealed class PlanCacheTests
{
    private static readonly GraphQLSchema Schema = new SchemaBuilder().AddSdl("type Query { a: Int }").Build();

    [Fact]
    public void Only_the_same_bytes_find_a_document()
    {
        PlanCache cache = new(1_000_000);
        cache.Add(Prepared("{ a }"), isShown: true);

        Assert.NotNull(cache.Find(Encoding.UTF8.GetBytes("{ a }"), isShown: true));
        Assert.Null(cache.Find(Encoding.UTF8.GetBytes("{ a  }"), isShown: true));
    }

    [Fact]
    public void A_flood_of_documents_stays_within_the_bytes_and_spares_the_one_in_use()
    {
        PlanCache cache = new(100_000);
        cache.Add(Prepared("{ a }"), isShown: true);
        for (int index = 0; index < 5_000; index++)
        {
            Assert.NotNull(cache.Find(Encoding.UTF8.GetBytes("{ a }"), isShown: true));
            cache.Add(Prepared($"{{ a }} # {index}"), isShown: true);
        }

        Assert.InRange(cache.Count, 2, 50);
    }

    private static PreparedDocument Prepared(string query)
    {
        DocumentNode document = DocumentParser.Parse(SourceText.Of(query), ParserLimits.Default).Document!;
        return new PreparedDocument(Schema, document, DocumentValidation.Check(Schema, document, new EngineOptions()).Expansion);
    }
}
