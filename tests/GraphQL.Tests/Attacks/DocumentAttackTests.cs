using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation;
using ProdSales.Support;

namespace ProdSales.GraphQL.Tests.Attacks;

/// <summary>Runs while no other test does, since it takes times.</summary>
[Collection(Alone)]
public sealed class DocumentAttackTests
{
    internal const string Alone = "Alone";

    private const double MostRatio = 2.6;
    private const int Rounds = 9;
    private const int Tries = 6;

    /// <summary>What takes so little is no attack, and shows steps of the memory's sizes rather than how work grows.</summary>
    private static readonly TimeSpan Harmless = TimeSpan.FromMilliseconds(1);

    private static readonly GraphQLSchema Schema = Resolved();

    /// <summary>It keeps no document, so each is read, checked, planned and run.</summary>
    private static readonly GraphQLEngine Engine = new(Schema, new EngineOptions { Limits = new EngineLimits { CacheBytes = 0 } });

    private static readonly EngineLimits Unlimited = EngineLimits.None with { ValidationErrors = 20 };

    public static TheoryData<string> Attacks => [.. DocumentAttacks.All.Select(attack => attack.Name)];

    public static TheoryData<string> Measured => [.. DocumentAttacks.All.Where(attack => attack.Measured > 0).Select(attack => attack.Name)];

    public static TheoryData<string> Run => [.. DocumentAttacks.All.Where(attack => attack.Accepted >= 500).Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void What_is_within_the_limits_is_looked_at_and_ten_times_as_much_is_refused_by_a_limit(string name)
    {
        Attack attack = Find(name);
        EngineLimits limits = new();

        IReadOnlyList<GraphQLError> within = SmallStack.Run(() => Errors(attack.Document(attack.Accepted), limits));
        IReadOnlyList<GraphQLError> above = SmallStack.Run(() => Errors(attack.Document(10 * attack.Accepted), limits));

        Assert.DoesNotContain(within, IsLimit);
        Assert.True(IsLimit(above[0]), above[0].ToString());
        Assert.InRange(above.Count, 1, limits.ValidationErrors + 1);
    }

    [Theory]
    [MemberData(nameof(Measured))]
    public void Twice_the_document_takes_about_twice_the_time_even_without_limits(string name)
    {
        Attack attack = Find(name);
        (string once, string twice) = (attack.Document(attack.Measured), attack.Document(2 * attack.Measured));

        Assert.InRange(Ratio(once, twice, document => Errors(document, Unlimited)), 0, MostRatio);
    }

    [Theory]
    [MemberData(nameof(Run))]
    public void The_largest_document_that_is_accepted_takes_about_twice_the_time_of_its_half_to_be_run(string name)
    {
        Attack attack = Find(name);
        (string once, string twice) = (attack.Document(attack.Accepted / 2), attack.Document(attack.Accepted));

        Assert.InRange(Ratio(once, twice, Answer), 0, MostRatio);
    }

    private static void Answer(string document)
    {
        using GraphQLResponse response = Engine.ExecuteAsync(new GraphQLRequest(document)).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The best of several tries, for whatever else the machine does makes it worse only.</summary>
    private static double Ratio(string once, string twice, Action<string> work)
    {
        double ratio = double.MaxValue;
        for (int turn = 0; turn < Tries && ratio > MostRatio; turn++)
        {
            ratio = Math.Min(ratio, RatioOnce(once, twice, work));
        }

        return ratio;
    }

    private static double RatioOnce(string once, string twice, Action<string> work)
    {
        (TimeSpan ofOne, TimeSpan ofTwo) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            (TimeSpan one, TimeSpan two) = (Time(once, work), Time(twice, work));
            (ofOne, ofTwo) = (one < ofOne ? one : ofOne, two < ofTwo ? two : ofTwo);
        }

        return ofTwo < Harmless ? 0 : ofTwo / ofOne;
    }

    private static TimeSpan Time(string document, Action<string> work)
    {
        TimeSpan start = ThreadTime.Now;
        work(document);
        return ThreadTime.Now - start;
    }

    private static GraphQLSchema Resolved()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { a(x: Int): Query b(x: Int): Query s: String }");
        schema.Object("Query").Field("a").Resolve(_ => new object());
        schema.Object("Query").Field("b").Resolve(_ => new object());
        schema.Object("Query").Field("s").Resolve(_ => "s");
        return schema.Build();
    }

    private static IReadOnlyList<GraphQLError> Errors(string text, EngineLimits limits)
    {
        ParserLimits ofParser = new(limits.Depth, limits.Tokens, limits.DocumentBytes, limits.StringBytes, limits.NumberLength);
        (DocumentNode? document, GraphQLError? error) = DocumentParser.Parse(SourceText.Of(text), ofParser);
        return document is null ? [error!] : DocumentValidation.Validate(Schema, document, new EngineOptions { Limits = limits });
    }

    private static bool IsLimit(GraphQLError error)
        => error.Code == ErrorCodes.LimitExceeded && !error.Message.StartsWith("Too many", StringComparison.Ordinal) || error.Message == "Maximum introspection depth exceeded";

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneCollection;

    private static Attack Find(string name) => DocumentAttacks.All.Single(attack => attack.Name == name);
}
