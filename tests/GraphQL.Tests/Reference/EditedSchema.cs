namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>A schema with a few edits of the kind that people make, the same for the same seed; most are still schemas.</summary>
internal static class EditedSchema
{
    public const string Original = """
        directive @cost(weight: Int = 1, unit: String) repeatable on FIELD_DEFINITION | OBJECT
        directive @hidden(for: [Role!]) on FIELD_DEFINITION
        interface Named { name(short: Boolean = false): String! }
        interface Dated implements Named { name(short: Boolean = false): String! on: Date }
        type Query implements Named {
          name(short: Boolean = false): String!
          orders(first: Int = 10, where: Filter, sort: [Sort!] = [NEWEST]): [Order!]!
          any(id: ID!): Thing
        }
        type Order implements Dated & Named {
          name(short: Boolean = false): String!
          on: Date
          lines(filter: Filter = {text: "a", roles: [BUYER]}): [[Line]!]
          buyer: Buyer
        }
        type Line { product: String amount: Float! }
        type Buyer implements Named { name(short: Boolean = false): String! role: Role }
        union Thing = Order | Line | Buyer
        enum Role { BUYER SELLER OTHER }
        enum Sort { NEWEST OLDEST }
        input Filter { text: String = "x" roles: [Role!] = BUYER from: Date! = "d" to: Float }
        scalar Date
        """;

    private static readonly string[] Words =
    [
        "String", "Int", "Float", "Boolean", "ID", "Date", "Role", "Sort", "Filter", "Order", "Line", "Buyer", "Thing", "Named", "Dated", "BUYER", "SELLER", "NEWEST", "name", "on", "role",
        "FIELD_DEFINITION", "OBJECT", "repeatable", "!", "]", "[", "= 3", "= null", "= \"y\"", "added: Int", "added: Int!", "added: Int! = 4", "ADDED", "@deprecated", "| Line", "(added: [Int])", "(added: Int!)",
    ];

    /// <summary>How many of the words are names, which stand where names stand.</summary>
    private const int Names = 21;

    public static string Of(int seed)
    {
        Random random = new(seed);
        List<string> tokens = [.. Original.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Cut)];
        for (int edits = random.Next(1, 3); edits > 0; edits--)
        {
            int at = random.Next(tokens.Count);
            switch (random.Next(4))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    int name = tokens.FindIndex(at, token => char.IsLetter(token[0]));
                    tokens[name < 0 ? at : name] = Words[random.Next(Names)];
                    break;
                case 2:
                    tokens.Insert(at, Words[random.Next(Words.Length)]);
                    break;
                default:
                    int end = tokens.FindIndex(at, token => token == "}");
                    int start = tokens.FindLastIndex(at, token => token == "{");
                    int member = end < 0 || start < 0 ? -1 : tokens.FindIndex(start, end - start, token => token == ":");
                    if (member > 0)
                    {
                        tokens.RemoveRange(member - 1, Math.Min(3, end - member + 1));
                    }

                    break;
            }
        }

        return string.Join(' ', tokens);
    }

    /// <summary>Words and signs apart, so that each can be edited.</summary>
    private static IEnumerable<string> Cut(string text)
    {
        int start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            bool isSign = at < text.Length && "!()[]{}:|=&,\n".Contains(text[at], StringComparison.Ordinal);
            if (isSign || at == text.Length)
            {
                if (at > start)
                {
                    yield return text[start..at];
                }

                if (isSign)
                {
                    yield return text[at].ToString();
                }

                start = at + 1;
            }
        }
    }
}
